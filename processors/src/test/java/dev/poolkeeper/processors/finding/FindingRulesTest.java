package dev.poolkeeper.processors.finding;

import static dev.poolkeeper.processors.finding.FindingCode.BACKEND_WITHOUT_VOLUME;
import static dev.poolkeeper.processors.finding.FindingCode.EXTENT_POINTS_ELSEWHERE;
import static dev.poolkeeper.processors.finding.FindingCode.HELD_BY_GUARD;
import static dev.poolkeeper.processors.finding.FindingCode.SCRUB_OVERDUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.inventory.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What exceptions and severities make of a finding. */
class FindingRulesTest {

  private static final Subject SUBJECT = Subject.parse("nas1/datasets/tank/k8s/legacy-1");
  private static final SubjectFacts FACTS =
      SubjectFacts.of(SUBJECT)
          .with(MatchKey.NAS, "nas1")
          .with(MatchKey.DATASET, "tank/k8s/legacy-1");
  private static final LocalDate LAST = LocalDate.of(2026, 2, 12);
  private static final Instant FIRST_NIGHT = Instant.parse("2026-02-10T02:00:00Z");

  private static SubjectMatch dataset(String... patterns) {
    return new SubjectMatch(
        Map.of(MatchKey.DATASET, List.of(patterns).stream().map(Glob::new).toList()));
  }

  private static ExceptionRule exception(SubjectMatch match, Optional<LocalDate> expires) {
    return new ExceptionRule(
        CodeGroup.of(BACKEND_WITHOUT_VOLUME),
        match,
        "kept for audit",
        Optional.of("storage-team"),
        expires);
  }

  private static FindingRules rules(ExceptionRule... exceptions) {
    return new FindingRules(List.of(exceptions), List.of());
  }

  private static Ruling ruling(FindingRules rules) {
    return rules.rule(BACKEND_WITHOUT_VOLUME, FACTS, LAST);
  }

  @Test
  void exceptionHoldsOnItsLastDayAndNoLonger() {
    FindingRules rules = rules(exception(dataset("tank/k8s/legacy-*"), Optional.of(LAST)));

    assertThat(rules.rule(BACKEND_WITHOUT_VOLUME, FACTS, LAST))
        .isEqualTo(
            new Ruling(
                Optional.of("excepted until 2026-02-12: kept for audit (storage-team)"),
                Optional.empty(),
                Optional.empty(),
                List.of(0)));
    assertThat(rules.rule(BACKEND_WITHOUT_VOLUME, FACTS, LAST.plusDays(1)))
        .isEqualTo(
            new Ruling(
                Optional.empty(),
                Optional.of("its exception expired on 2026-02-12: kept for audit (storage-team)"),
                Optional.empty(),
                List.of(0)));
  }

  @Test
  void expiredExceptionYieldsToOneInForce() {
    FindingRules rules =
        rules(
            exception(dataset("tank/**"), Optional.of(LAST.minusDays(1))),
            exception(dataset("tank/k8s/*"), Optional.empty()));

    assertThat(ruling(rules).exemption()).contains("excepted: kept for audit (storage-team)");
    assertThat(ruling(rules).remark()).isEmpty();
    assertThat(ruling(rules).exceptions()).containsExactly(0, 1);
  }

  @Test
  void everyKeyHasToFitByAnyOfItsPatterns() {
    SubjectMatch both =
        new SubjectMatch(
            Map.of(
                MatchKey.NAS, List.of(new Glob("nas1")),
                MatchKey.DATASET, List.of(new Glob("other/*"), new Glob("tank/**"))));
    SubjectMatch elsewhere =
        new SubjectMatch(
            Map.of(
                MatchKey.NAS, List.of(new Glob("nas2")),
                MatchKey.DATASET, List.of(new Glob("tank/**"))));
    SubjectMatch unknown = new SubjectMatch(Map.of(MatchKey.NAMESPACE, List.of(new Glob("**"))));

    assertThat(both.matches(FACTS)).isTrue();
    assertThat(elsewhere.matches(FACTS)).isFalse();
    assertThat(unknown.matches(FACTS)).isFalse();
    assertThat(SubjectMatch.ALL.matches(FACTS)).isTrue();
    assertThat(both).hasToString("nas nas1, dataset other/* or tank/**");
  }

  @Test
  void otherCodesAreNotCovered() {
    FindingRules rules = rules(exception(SubjectMatch.ALL, Optional.empty()));

    assertThat(rules.rule(SCRUB_OVERDUE, FACTS, LAST)).isEqualTo(Ruling.NONE);
  }

  @Test
  void blockStandsForAllItsCodes() {
    CodeGroup block = CodeGroup.parse(List.of("PK2xx", "105")).orElseThrow();

    assertThat(block.contains(FindingCode.SNAPSHOT_NOT_READY)).isTrue();
    assertThat(block.contains(FindingCode.CLAIM_UNUSED)).isTrue();
    assertThat(block.contains(BACKEND_WITHOUT_VOLUME)).isFalse();
    assertThat(CodeGroup.parse(List.of("PK102", "PK999"))).isEmpty();
    assertThat(CodeGroup.parse(List.of())).isEmpty();
  }

  @Test
  void runItselfCannotBeExcepted() {
    assertThatThrownBy(
            () ->
                new ExceptionRule(
                    CodeGroup.of(HELD_BY_GUARD),
                    SubjectMatch.ALL,
                    "noise",
                    Optional.of("me"),
                    Optional.of(LAST)))
        .hasMessageContaining("what a run says of itself cannot be excepted");
  }

  @Test
  void wrongDataIsExceptedCodeByCodeAndForAWhile() {
    CodeGroup one = CodeGroup.of(EXTENT_POINTS_ELSEWHERE);
    CodeGroup block = CodeGroup.parse(List.of("8xx")).orElseThrow();

    assertThat(ExceptionRule.objection(one, true)).isEmpty();
    assertThat(ExceptionRule.objection(one, false).orElseThrow()).contains("for a while");
    assertThat(ExceptionRule.objection(block, true).orElseThrow()).contains("code by code");
  }

  @Test
  void exceptionOfWrongDataNeedsItsOwnerAndItsLastDay() {
    Optional<String> owner = Optional.of("storage-team");
    Optional<LocalDate> expires = Optional.of(LAST);

    assertThat(wrongData(owner, expires).expiredOn(LAST)).isFalse();
    assertThatThrownBy(() -> wrongData(Optional.empty(), expires))
        .hasMessageContaining("for a while");
    assertThatThrownBy(() -> wrongData(owner, Optional.empty()))
        .hasMessageContaining("for a while");
  }

  private static ExceptionRule wrongData(Optional<String> owner, Optional<LocalDate> expires) {
    return new ExceptionRule(
        CodeGroup.of(EXTENT_POINTS_ELSEWHERE), SubjectMatch.ALL, "moving", owner, expires);
  }

  @Test
  void codesAreOfLeftoversOfWrongDataOrOfTheRun() {
    assertThat(Arrays.stream(FindingCode.values()).filter(FindingCode::orphan))
        .allMatch(code -> code.code().matches("PK[12].."))
        .contains(FindingCode.VOLUME_WITHOUT_BACKEND, FindingCode.DETACHED_SNAPSHOT_ORPHAN);
    assertThat(Arrays.stream(FindingCode.values()).filter(FindingCode::wrongData))
        .allMatch(code -> code.code().startsWith("PK8"))
        .contains(EXTENT_POINTS_ELSEWHERE, FindingCode.SHARE_EXPORTS_PARENT);
    assertThat(Arrays.stream(FindingCode.values()).filter(FindingCode::ofTheRun))
        .allMatch(code -> code.code().startsWith("PK9"))
        .contains(FindingCode.INVENTORY_INCOMPLETE, FindingCode.CLOCK_SKEW);
  }

  @Test
  void firstSeverityThatFitsCounts() {
    FindingRules rules =
        new FindingRules(
            List.of(),
            List.of(
                new SeverityRule(
                    CodeGroup.of(BACKEND_WITHOUT_VOLUME), dataset("other/*"), Severity.CRITICAL),
                new SeverityRule(
                    CodeGroup.of(BACKEND_WITHOUT_VOLUME), SubjectMatch.ALL, Severity.INFO)));

    assertThat(ruling(rules).severity()).contains(Severity.INFO);
  }

  @Test
  void completenessOfANightKeepsItsSeverity() {
    assertThatThrownBy(
            () -> new SeverityRule(CodeGroup.of(HELD_BY_GUARD), SubjectMatch.ALL, Severity.INFO))
        .hasMessageContaining("a night is complete or it is not");
  }

  /** The finding of night 1, 2, 3 …, seen on all of them. */
  private static List<Finding> nights(FindingRules rules, int nights) {
    List<Finding> latest = List.of();
    for (int night = 0; night < nights; night++) {
      Instant asOf = FIRST_NIGHT.plus(Duration.ofDays(night));
      Ruling ruling =
          rules.rule(BACKEND_WITHOUT_VOLUME, FACTS, LocalDate.ofInstant(asOf, ZoneOffset.UTC));
      Judgements seen =
          new Judgements(
              List.of(
                  new Candidate(
                      BACKEND_WITHOUT_VOLUME,
                      SUBJECT,
                      OptionalLong.of(5),
                      List.of("why"),
                      Optional.empty())),
              (code, subject) -> Optional.empty());
      latest =
          new FindingLifecycle(FindingPolicy.DEFAULT, asOf)
              .advance(
                  latest,
                  seen,
                  new Rulings(List.of(new Rulings.Entry(BACKEND_WITHOUT_VOLUME, SUBJECT, ruling))));
    }
    return latest;
  }

  @Test
  void exceptedFindingKeepsCountingNights() {
    FindingRules rules = rules(exception(dataset("tank/**"), Optional.of(LAST)));

    Finding third = nights(rules, 3).get(0);

    assertThat(third.status()).isEqualTo(FindingStatus.EXCEPTED);
    assertThat(third.severity()).isEqualTo(Severity.INFO);
    assertThat(third.confirmed()).isTrue();
    assertThat(third.nights()).isEqualTo(3);
    assertThat(third.note()).contains("excepted until 2026-02-12: kept for audit (storage-team)");
  }

  @Test
  void expiredExceptionGivesTheFindingBackAsItIs() {
    FindingRules rules = rules(exception(dataset("tank/**"), Optional.of(LAST)));

    Finding fourth = nights(rules, 4).get(0);

    assertThat(fourth.status()).isEqualTo(FindingStatus.PERSISTING);
    assertThat(fourth.severity()).isEqualTo(Severity.WARNING);
    assertThat(fourth.nights()).isEqualTo(4);
    assertThat(fourth.note())
        .contains("its exception expired on 2026-02-12: kept for audit (storage-team)");
  }

  @Test
  void noteOfAnUnconfirmedFindingSaysBoth() {
    FindingRules rules =
        rules(exception(dataset("tank/**"), Optional.of(LocalDate.of(2026, 1, 31))));

    assertThat(nights(rules, 2).get(0).note())
        .contains(
            "seen 2 of 3; its exception expired on 2026-01-31: kept for audit (storage-team)");
  }

  @Test
  void severityOfTheConfigurationCountsOnceConfirmed() {
    FindingRules rules =
        new FindingRules(
            List.of(),
            List.of(
                new SeverityRule(
                    CodeGroup.of(BACKEND_WITHOUT_VOLUME), SubjectMatch.ALL, Severity.CRITICAL)));

    assertThat(nights(rules, 2).get(0).severity()).isEqualTo(Severity.INFO);
    assertThat(nights(rules, 3).get(0).severity()).isEqualTo(Severity.CRITICAL);
  }
}
