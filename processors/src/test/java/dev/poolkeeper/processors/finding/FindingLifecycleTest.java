package dev.poolkeeper.processors.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.finding.Verdict.Undecided;
import dev.poolkeeper.processors.inventory.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What becomes of a finding from night to night. */
class FindingLifecycleTest {

  private static final FindingCode CODE = FindingCode.BACKEND_WITHOUT_VOLUME;
  private static final Subject SUBJECT = Subject.parse("nas1/datasets/tank/pvc-x");
  private static final Instant FIRST = Instant.parse("2026-02-01T02:00:00Z");
  private static final Gap HELD = new Gap(Gap.Kind.HELD, "nas1/datasets", "it fell");
  private static final Gap INCOMPLETE = new Gap(Gap.Kind.INCOMPLETE, "nas1/datasets", "it failed");

  private List<Finding> latest = List.of();

  private static Instant night(int number) {
    return FIRST.plus(Duration.ofDays(number - 1L));
  }

  private static Judgements seen() {
    return judgements(candidate(Optional.empty()));
  }

  private static Judgements judgements(Verdict... verdicts) {
    return new Judgements(List.of(verdicts), (code, subject) -> Optional.empty());
  }

  private static Judgements silent(Optional<Gap> gap) {
    return new Judgements(List.of(), (code, subject) -> gap);
  }

  private static Candidate candidate(Optional<String> exemption) {
    return new Candidate(CODE, SUBJECT, OptionalLong.of(5), List.of("why"), exemption);
  }

  /** The finding after this night; the test fails unless there is exactly one. */
  private Finding on(int number, Judgements judgements) {
    latest = new FindingLifecycle(FindingPolicy.DEFAULT, night(number)).advance(latest, judgements);
    assertThat(latest).hasSize(1);
    return latest.get(0);
  }

  @Test
  void firstSightIsNewAndOnlyInformation() {
    Finding finding = on(1, seen());

    assertThat(finding)
        .isEqualTo(
            new Finding(
                CODE,
                SUBJECT,
                FindingStatus.NEW,
                Severity.INFO,
                false,
                night(1),
                night(1),
                1,
                OptionalLong.of(5),
                List.of("why"),
                Optional.of("seen 1 of 3"),
                Optional.empty()));
  }

  @Test
  void thirdNightConfirmsAndFirstSightStays() {
    on(1, seen());
    assertThat(on(2, seen()).note()).contains("seen 2 of 3");
    Finding third = on(3, seen());

    assertThat(third.status()).isEqualTo(FindingStatus.PERSISTING);
    assertThat(third.confirmed()).isTrue();
    assertThat(third.severity()).isEqualTo(Severity.WARNING);
    assertThat(third.firstSeenAt()).isEqualTo(night(1));
    assertThat(third.lastSeenAt()).isEqualTo(night(3));
    assertThat(third.note()).isEmpty();
  }

  @Test
  void runsWithoutTheGraceDoNotConfirm() {
    FindingPolicy policy = new FindingPolicy(Duration.ofHours(24), 3);
    List<Finding> findings = List.of();
    for (int hour = 0; hour < 5; hour++) {
      findings =
          new FindingLifecycle(policy, FIRST.plus(Duration.ofHours(hour)))
              .advance(findings, seen());
    }
    assertThat(findings.get(0).nights()).isEqualTo(5);
    assertThat(findings.get(0).confirmed()).isFalse();
    assertThat(findings.get(0).note()).contains("younger than 24 h");
  }

  @Test
  void incompleteNightNeitherConfirmsNorResolves() {
    on(1, seen());
    on(2, seen());
    Finding third = on(3, silent(Optional.of(INCOMPLETE)));

    assertThat(third.status()).isEqualTo(FindingStatus.UNDECIDED);
    assertThat(third.nights()).isEqualTo(2);
    assertThat(third.lastSeenAt()).isEqualTo(night(2));
    assertThat(third.note()).contains("it failed");
    assertThat(on(4, seen()).confirmed()).isTrue();
  }

  @Test
  void heldNightKeepsAConfirmedFindingAsItWas() {
    on(1, seen());
    on(2, seen());
    on(3, seen());
    Finding held = on(4, silent(Optional.of(HELD)));

    assertThat(held.status()).isEqualTo(FindingStatus.HELD);
    assertThat(held.confirmed()).isTrue();
    assertThat(held.severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void silenceOnACompleteNightResolves() {
    on(1, seen());
    assertThat(on(2, silent(Optional.empty())).status()).isEqualTo(FindingStatus.RESOLVED);
    assertThat(
            new FindingLifecycle(FindingPolicy.DEFAULT, night(3))
                .advance(latest, silent(Optional.empty())))
        .isEmpty();
  }

  @Test
  void returnAfterResolutionStartsAnew() {
    on(1, seen());
    on(2, seen());
    on(3, seen());
    on(4, silent(Optional.empty()));
    Finding again = on(9, seen());

    assertThat(again.status()).isEqualTo(FindingStatus.REOPENED);
    assertThat(again.firstSeenAt()).isEqualTo(night(9));
    assertThat(again.nights()).isEqualTo(1);
    assertThat(again.confirmed()).isFalse();
    assertThat(again.severity()).isEqualTo(Severity.INFO);
  }

  @Test
  void exceptedFindingIsQuietAndLoudAgainWhenTheExceptionGoes() {
    on(1, seen());
    on(2, seen());
    Finding excepted = on(3, judgements(candidate(Optional.of("poolkeeper:keep=true"))));

    assertThat(excepted.status()).isEqualTo(FindingStatus.EXCEPTED);
    assertThat(excepted.severity()).isEqualTo(Severity.INFO);
    assertThat(excepted.note()).contains("poolkeeper:keep=true");
    assertThat(on(4, seen()).severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void questionThatCannotBeAnsweredIsToldOnceAndNeverCounts() {
    Judgements unresolved =
        judgements(new Undecided(CODE, SUBJECT, Gap.unresolved("whose is it?")));
    Finding first = on(1, unresolved);

    assertThat(first.status()).isEqualTo(FindingStatus.UNDECIDED);
    assertThat(first.nights()).isZero();
    assertThat(on(2, unresolved).nights()).isZero();
    assertThat(on(3, seen()).status()).isEqualTo(FindingStatus.NEW);
  }

  @Test
  void verdictWithheldForAPartIsNoFindingOfItsOwn() {
    assertThat(
            new FindingLifecycle(FindingPolicy.DEFAULT, night(1))
                .advance(List.of(), judgements(new Undecided(CODE, SUBJECT, INCOMPLETE))))
        .isEmpty();
  }

  @Test
  void statementAboutTheRunIsBelievedAtOnce() {
    Finding finding =
        on(
            1,
            judgements(
                new Candidate(
                    FindingCode.INVENTORY_INCOMPLETE,
                    Subject.ofSource("nas1"),
                    OptionalLong.of(0),
                    List.of(),
                    Optional.empty())));
    assertThat(finding.confirmed()).isTrue();
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void evidenceMayMakeItWorseThanItsCode() {
    Candidate candidate =
        new Candidate(
                FindingCode.INVENTORY_INCOMPLETE,
                Subject.ofSource("nas1"),
                OptionalLong.of(0),
                List.of(),
                Optional.empty())
            .ofSeverity(Severity.CRITICAL);

    assertThat(on(1, judgements(candidate)).severity()).isEqualTo(Severity.CRITICAL);
    assertThat(ruled(candidate, Severity.INFO).severity()).isEqualTo(Severity.INFO);
  }

  private static Finding ruled(Candidate candidate, Severity configured) {
    Ruling ruling =
        new Ruling(Optional.empty(), Optional.empty(), Optional.of(configured), List.of());
    return new FindingLifecycle(FindingPolicy.DEFAULT, night(1))
        .advance(
            List.of(),
            judgements(candidate),
            new Rulings(List.of(new Rulings.Entry(candidate.code(), candidate.subject(), ruling))))
        .get(0);
  }

  @Test
  void orderOfTheInputDoesNotMatter() {
    List<Verdict> verdicts = new ArrayList<>();
    for (FindingCode code : FindingCode.values()) {
      for (String name : List.of("b", "a", "c")) {
        verdicts.add(
            new Candidate(
                code,
                Subject.parse("nas1/datasets/" + name),
                OptionalLong.empty(),
                List.of(),
                Optional.empty()));
      }
    }
    FindingLifecycle lifecycle = new FindingLifecycle(FindingPolicy.DEFAULT, night(1));
    List<Finding> straight =
        lifecycle.advance(List.of(), new Judgements(verdicts, (c, s) -> Optional.empty()));
    Collections.reverse(verdicts);

    assertThat(lifecycle.advance(List.of(), new Judgements(verdicts, (c, s) -> Optional.empty())))
        .isEqualTo(straight);
  }

  /** Three nights are two days: a grace of just that is over, one of a second more is not. */
  @Test
  void graceIsOverAtItsVeryEnd() {
    assertThat(onThirdNight(Duration.ofDays(2)).confirmed()).isTrue();

    Finding young = onThirdNight(Duration.ofDays(2).plusSeconds(1));
    assertThat(young.confirmed()).isFalse();
    assertThat(young.note()).hasValue("younger than 48 h");
  }

  private static Finding onThirdNight(Duration grace) {
    List<Finding> findings = List.of();
    for (int number = 1; number <= 3; number++) {
      findings =
          new FindingLifecycle(new FindingPolicy(grace, 3), night(number))
              .advance(findings, seen());
    }
    return findings.get(0);
  }
}
