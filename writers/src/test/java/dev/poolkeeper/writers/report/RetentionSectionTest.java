package dev.poolkeeper.writers.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.report.PromiseLine;
import dev.poolkeeper.processors.report.RetentionFacts;
import dev.poolkeeper.processors.report.RetentionTotals;
import dev.poolkeeper.writers.report.NightlyPage.Retention;
import dev.poolkeeper.writers.report.NightlyPage.Tag;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The words of retention, and of its calendars. */
class RetentionSectionTest {

  private static Retention section(RetentionFacts facts, int shown) {
    return new RetentionSection(new CommandHints(false), new RetentionSection.Room(shown, 62))
        .of(facts);
  }

  @Test
  void leadCountsWhatIsAmissAndBoundsWhatItHolds() {
    assertThat(section(SampleRetention.busy(), 20).lead())
        .isEqualTo(
            "2,310 snapshots of 131 datasets: 3 missing, 7 overdue, 12 of nobody, 1 held, 1 of the"
                + " future. The overdue ones hold 3 GiB to 9 GiB.");
  }

  @Test
  void calendarTellsInWordsWhatItsMarksShow() {
    NightlyPage.Calendar calendar =
        section(SampleRetention.busy(), 20).promises().get(0).calendars().get(0);

    assertThat(calendar.words())
        .isEqualTo(
            "The last 10 days, to 2026-02-11: 8 with snapshots; missing in 1 day (2026-02-02);"
                + " overdue in 1 day (2026-02-04); of nobody in 1 day (2026-02-05); held in 1 day"
                + " (2026-02-06).");
    assertThat(calendar.svg())
        .contains("role=\"img\"", "aria-label=\"The last 10 days", "cell-nothing")
        .contains("mark-missing", "mark-overdue", "mark-unowned", "mark-held");
    assertThat(calendar.svg().split("<rect", -1)).hasSize(11);
  }

  @Test
  void onPaperThereIsRoomForTheLastPeriods() {
    String words =
        new RetentionSection(new CommandHints(false), new RetentionSection.Room(20, 4))
            .of(SampleRetention.busy())
            .promises()
            .get(0)
            .calendars()
            .get(0)
            .words();

    assertThat(words).isEqualTo("The last 4 days, to 2026-02-11: 4 with snapshots.");
  }

  @Test
  void aGapIsNoAlarmAndAStopIs() {
    List<Tag> gap = section(SampleRetention.busy(), 20).promises().get(0).parts();

    assertThat(gap.get(0)).isEqualTo(new Tag("1 missing", "info", "●"));
    PromiseLine stopped = SampleRetention.promise("task", "t", 0, 9, Optional.of("critical"));
    assertThat(section(facts(List.of(stopped), 0), 20).promises().get(0).parts().get(0))
        .isEqualTo(new Tag("9 missing", "critical", "✖"));
  }

  @Test
  void aNasThatComesNearItsCeilingSaysWhen() {
    assertThat(section(SampleRetention.busy(), 20).trends())
        .extracting(NightlyPage.SnapshotTrend::remark)
        .containsExactly("it warns above 10,000, not within a year at this pace", "");
  }

  @Test
  void ofThousandsTheWorstAreShownAndTheRestIsCounted() {
    PromiseLine one = SampleRetention.promise("task", "t", 0, 0, Optional.empty());
    Retention section = section(facts(Collections.nCopies(20, one), 2_980), 12);

    assertThat(section.promises()).hasSize(12);
    assertThat(section.more()).isEqualTo("and 2,988 more promises");
    assertThat(section.command()).isEqualTo("poolkeeper retention promises");
    assertThat(section.noCalendar()).isEqualTo("Calendars are kept of the newest night only.");
  }

  @Test
  void whatWasNotReadIsSaidAndNothingElse() {
    RetentionFacts unread =
        new RetentionFacts(
            List.of(new RetentionFacts.Unjudged("nas1", List.of("datasets", "snapshots"))),
            RetentionTotals.NONE,
            List.of(),
            List.of(),
            0,
            List.of(),
            0);
    Retention section = section(unread, 20);

    assertThat(section.lead()).isEqualTo("Nothing is said of any snapshot of this night.");
    assertThat(section.unjudged())
        .containsExactly(
            "Nothing is said of the snapshots of nas1: not read whole were its lists of datasets,"
                + " snapshots.");
    assertThat(section.counts()).isEmpty();
    assertThat(section(RetentionFacts.NONE, 20).lead())
        .isEqualTo("There is no snapshot, and nobody promises one.");
  }

  private static RetentionFacts facts(List<PromiseLine> lines, long omitted) {
    return new RetentionFacts(
        List.of(),
        new RetentionTotals(1, 9, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, OptionalLong.of(0)),
        lines,
        List.of(),
        omitted,
        List.of(),
        0);
  }
}
