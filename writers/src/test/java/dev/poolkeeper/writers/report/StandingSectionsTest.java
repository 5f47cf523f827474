package dev.poolkeeper.writers.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.report.ExceptionLine;
import dev.poolkeeper.processors.report.SourceScoreLine;
import dev.poolkeeper.processors.report.SourceScoreLine.CostLine;
import dev.poolkeeper.processors.report.WithheldLine;
import dev.poolkeeper.writers.report.NightlyPage.Cost;
import dev.poolkeeper.writers.report.NightlyPage.GradeCard;
import dev.poolkeeper.writers.report.NightlyPage.Withheld;
import dev.poolkeeper.writers.report.NightlyPage.WithheldRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The words of grades, exceptions and withheld verdicts. */
class StandingSectionsTest {

  private static final LocalDate BEFORE = LocalDate.of(2026, 2, 10);

  private static ExceptionLine exception(String state, int findings, Optional<LocalDate> expires) {
    return new ExceptionLine(
        List.of("PK102"), "everything", "kept", Optional.empty(), expires, state, findings);
  }

  @Test
  void leadCountsWhatNeedsAHand() {
    Optional<LocalDate> day = Optional.of(BEFORE);
    assertThat(
            ExceptionsSection.of(
                    List.of(
                        exception("in-force", 7, day),
                        exception("in-force", 1, Optional.empty()),
                        exception("expiring", 1, day),
                        exception("expired", 1, day),
                        exception("expired", 0, day),
                        exception("stale", 0, day),
                        exception("not-judged", 0, Optional.empty())))
                .lead())
        .isEqualTo(
            "7 exceptions: 2 are in force, 1 expires within 30 days, 2 expired (1 finding is back),"
                + " 1 matches nothing, 1 could not be judged, 2 have no last day.");
  }

  @Test
  void cardSaysWhatWasTakenOffAndSumsUpTheRest() {
    List<CostLine> costs =
        IntStream.rangeClosed(1, 6)
            .mapToObj(i -> new CostLine("PK10" + i, "kind-" + i, "warning", i, 4.25 / i))
            .toList();
    GradeCard card =
        GradesSection.of(
                List.of(
                    new SourceScoreLine(
                        "nas1",
                        "nas",
                        OptionalInt.of(89),
                        Optional.of("B"),
                        OptionalInt.of(-6),
                        Optional.of(BEFORE),
                        400,
                        Optional.empty(),
                        costs)))
            .get(0);

    assertThat(card.letter()).isEqualTo("B");
    assertThat(card.score()).isEqualTo("89 of 100");
    assertThat(card.comparison()).isEqualTo("−6 since 2026-02-10");
    assertThat(card.costs())
        .contains(
            new Cost("PK102", "kind-2", "2", "−2.1"), new Cost("", "2 other kinds", "11", "−1.6"));
  }

  @Test
  void sourceThatWasNotJudgedHasADashAndTheReason() {
    GradeCard card =
        GradesSection.of(
                List.of(
                    new SourceScoreLine(
                        "prod-a",
                        "cluster",
                        OptionalInt.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        12,
                        Optional.of("prod-a/pods: failed"),
                        List.of())))
            .get(0);

    assertThat(card)
        .isEqualTo(
            new GradeCard(
                "prod-a",
                "cluster",
                "–",
                "incomplete",
                "not judged",
                "",
                "prod-a/pods: failed",
                List.of()));
  }

  private static WithheldLine withheld(String kind, int subjects) {
    return new WithheldLine(
        kind,
        "nas1/datasets",
        "nas1/datasets fell from 90 to 40 rows",
        "PK101",
        "volume-without-backend",
        subjects,
        List.of("prod-a/persistentvolumes/a"));
  }

  @Test
  void heldVerdictsStandUnder902WithTheWayToAcceptTheDrop() {
    assertThat(WithheldRows.of("PK902", List.of(withheld("held", 31), withheld("incomplete", 2))))
        .isEqualTo(
            new Withheld(
                "Without the guard 31 objects would have been reported. None of it is a finding:"
                    + " it counts nowhere and nothing is proposed from it.",
                List.of(
                    new WithheldRow(
                        "nas1/datasets fell from 90 to 40 rows",
                        "31 would have been called",
                        "PK101",
                        "volume-without-backend",
                        List.of("prod-a/persistentvolumes/a"),
                        "and 30 more")),
                "If the list is right, accept it: guards.accept-drop: [nas1/datasets]"));
  }

  @Test
  void incompleteVerdictsStandUnder901AndNothingElsewhere() {
    List<WithheldLine> lines = List.of(withheld("incomplete", 1));

    assertThat(WithheldRows.of("PK901", lines).lead()).startsWith("1 verdict is withheld.");
    assertThat(WithheldRows.of("PK901", lines).hint()).isEmpty();
    assertThat(WithheldRows.of("PK102", lines).rows()).isEmpty();
    assertThat(WithheldRows.of("PK902", lines).rows()).isEmpty();
  }
}
