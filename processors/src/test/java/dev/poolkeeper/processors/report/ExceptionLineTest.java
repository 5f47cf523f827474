package dev.poolkeeper.processors.report;

import static dev.poolkeeper.processors.finding.FindingCode.BACKEND_WITHOUT_VOLUME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.CodeGroup;
import dev.poolkeeper.processors.finding.ExceptionRule;
import dev.poolkeeper.processors.finding.FindingRules;
import dev.poolkeeper.processors.finding.Glob;
import dev.poolkeeper.processors.finding.MatchKey;
import dev.poolkeeper.processors.finding.Rulings;
import dev.poolkeeper.processors.finding.SubjectFacts;
import dev.poolkeeper.processors.finding.SubjectMatch;
import dev.poolkeeper.processors.inventory.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How exceptions stand on a night. */
class ExceptionLineTest {

  private static final LocalDate NIGHT = LocalDate.of(2026, 2, 11);

  private static ExceptionRule rule(String subject, Optional<LocalDate> expires) {
    return new ExceptionRule(
        CodeGroup.of(BACKEND_WITHOUT_VOLUME),
        new SubjectMatch(Map.of(MatchKey.SUBJECT, List.of(new Glob(subject)))),
        "kept",
        Optional.empty(),
        expires);
  }

  private static List<String> states(boolean complete, ExceptionRule... exceptions) {
    FindingRules rules = new FindingRules(List.of(exceptions), List.of());
    Subject subject = Subject.parse("nas1/datasets/tank/a");
    Rulings rulings =
        new Rulings(
            List.of(
                new Rulings.Entry(
                    BACKEND_WITHOUT_VOLUME,
                    subject,
                    rules.rule(BACKEND_WITHOUT_VOLUME, SubjectFacts.of(subject), NIGHT))));
    return ExceptionLine.of(rules, rulings, complete, NIGHT).stream()
        .map(line -> line.state() + " " + line.findings())
        .toList();
  }

  @Test
  void exceptionWithoutALastDayIsInForce() {
    assertThat(states(true, rule("nas1/**", Optional.empty()))).containsExactly("in-force 1");
  }

  @Test
  void lastThirtyDaysAreSaid() {
    assertThat(
            states(
                true,
                rule("nas1/**", Optional.of(NIGHT)),
                rule("nas1/**", Optional.of(NIGHT.plusDays(29))),
                rule("nas1/**", Optional.of(NIGHT.plusDays(30)))))
        .containsExactly("expiring 1", "expiring 1", "in-force 1");
  }

  @Test
  void expiredExceptionSaysWhatIsBack() {
    assertThat(states(true, rule("nas1/**", Optional.of(NIGHT.minusDays(1)))))
        .containsExactly("expired 1");
  }

  @Test
  void findingThatAnotherExceptionKeepsIsNotBack() {
    assertThat(
            states(
                true,
                rule("nas1/**", Optional.of(NIGHT.minusDays(1))),
                rule("nas1/**", Optional.empty())))
        .containsExactly("expired 0", "in-force 1");
  }

  @Test
  void silenceMeansStaleOnlyOnACompleteNight() {
    assertThat(states(true, rule("nas2/**", Optional.empty()))).containsExactly("stale 0");
    assertThat(states(false, rule("nas2/**", Optional.empty()))).containsExactly("not-judged 0");
  }
}
