package dev.poolkeeper.processors.capacity;

import static dev.poolkeeper.processors.support.OutlookBuilder.anOutlook;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.history.Measure;
import dev.poolkeeper.processors.history.SeriesKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObjectCountLimitTest {

  private static Optional<SeriesOutlook> forecast(int daysAhead, double mean) {
    return Optional.of(
        anOutlook("nas1")
            .of(SeriesKind.COUNT, Measure.SNAPSHOTS)
            .expected(7, 9000)
            .expected(daysAhead, mean)
            .build());
  }

  private static Optional<Severity> severity(long count, Optional<SeriesOutlook> forecast) {
    return CountOutlook.of(count, Ceiling.SNAPSHOTS, forecast).severity();
  }

  @Test
  void exactlyTheCeilingIsInOrderAndOneMoreIsNot() {
    assertThat(severity(10_000, Optional.empty())).isEmpty();
    assertThat(severity(10_001, Optional.empty())).contains(Severity.WARNING);
  }

  @Test
  void expectedWithinAMonthIsAWarningAndLaterARemark() {
    assertThat(severity(9000, forecast(30, 10_001))).contains(Severity.WARNING);
    assertThat(severity(9000, forecast(30, 10_000))).isEmpty();
    assertThat(severity(9000, forecast(90, 10_001))).contains(Severity.INFO);
    assertThat(severity(9000, forecast(180, 20_000))).isEmpty();
  }

  @Test
  void evidenceNamesTheSourceOfTheCeilingAndBothEnds() {
    assertThat(CountOutlook.of(9000, Ceiling.SNAPSHOTS, forecast(30, 11_000)).evidence())
        .containsExactly(
            "9,000 snapshots; 10,000 are in order: from there on the TrueNAS itself warns (alert"
                + " SnapshotTotalCount)",
            "likely over it between 2026-03-13 and 2026-03-13 (80 %)",
            "grows 1 GiB a day");
    assertThat(CountOutlook.of(9000, Ceiling.SNAPSHOTS, forecast(30, 10_100)).evidence())
        .contains("likely over it not before 2026-03-13");
  }
}
