package dev.poolkeeper.readers.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.processors.history.DailySeries;
import dev.poolkeeper.processors.history.DayAxis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesFileTest {

  @TempDir private Path folder;

  private Path file(String... lines) throws IOException {
    return Files.writeString(folder.resolve("s.csv"), String.join("\n", lines) + "\n");
  }

  private List<DailySeries> read(String... lines) throws IOException {
    return SeriesFile.read(file(lines));
  }

  @Test
  void missingDaysStayMissing() throws IOException {
    DailySeries series = read("series_id,t,value", "a,3,10", "a,4,", "a,6,-2.5e3").get(0);
    assertThat(series.id()).isEqualTo("a");
    assertThat(series.axis()).isEqualTo(DayAxis.INDEX);
    assertThat(series.firstDay()).isEqualTo(3);
    assertThat(series.values()).containsExactly(10, Double.NaN, Double.NaN, -2500);
    assertThat(series.knownDays()).isEqualTo(2);
  }

  @Test
  void theOrderOfRowsMeansNothing() throws IOException {
    List<DailySeries> sorted = read("series_id,t,value", "a,1,1", "a,2,2", "a,5,5", "b,0,7");
    List<DailySeries> mixed = read("series_id,t,value", "a,5,5", "b,0,7", "a,2,2", "a,1,1");
    assertThat(mixed).extracting(DailySeries::id).containsExactly("a", "b");
    for (int i = 0; i < 2; i++) {
      assertThat(mixed.get(i).values()).containsExactly(sorted.get(i).values());
      assertThat(mixed.get(i).firstDay()).isEqualTo(sorted.get(i).firstDay());
    }
  }

  @Test
  void columnsAreFoundByName() throws IOException {
    DailySeries series = read("value,note,T,series_id", "4,\"x, \"\"y\"\"\",7,\"a,b\"").get(0);
    assertThat(series.id()).isEqualTo("a,b");
    assertThat(series.firstDay()).isEqualTo(7);
    assertThat(series.values()).containsExactly(4);
  }

  @Test
  void aTimestampBelongsToItsUtcDayAndTheLatestOfADayCounts() throws IOException {
    DailySeries series =
        read(
                "series_id,t,value",
                "a,2026-02-11T23:30:00Z,3",
                "a,2026-02-11T02:00:00Z,1",
                "a,2026-02-12T01:00:00+02:00,2",
                "a,2026-02-10 08:00:00,0")
            .get(0);
    assertThat(series.axis()).isEqualTo(DayAxis.DATE);
    assertThat(series.firstDay()).isEqualTo(LocalDate.of(2026, 2, 10).toEpochDay());
    assertThat(series.values()).containsExactly(0, 3);
  }

  @Test
  void everyBadLineIsTold() throws IOException {
    Path file =
        file(
            "series_id,t,value",
            "a,1,12",
            "a,2,twelve",
            "a,2026-13-01,1",
            "a,1.5,1",
            ",4,1",
            "a,4",
            "a,1,13",
            "a,2026-02-11,1",
            "a,1700000000,1",
            "a,5,Infinity");
    assertThatThrownBy(() -> SeriesFile.read(file))
        .isInstanceOf(InvalidSeriesFile.class)
        .hasMessageContainingAll(
            "s.csv:3: 'twelve' is no number, seen: a,2,twelve",
            "s.csv:4: '2026-13-01' is no day",
            "s.csv:5: '1.5' is no day",
            "s.csv:6: no series_id",
            "s.csv:7: no field for column value",
            "s.csv:8: a has another value for the same time, 12.0",
            "s.csv:9: numbers and dates are mixed in the column t of a",
            "s.csv:10: a spans more than 100000 days",
            "s.csv:11: 'Infinity' is not finite",
            "Expected: a header series_id,t,value",
            "Nothing was computed.");
  }

  @Test
  void afterTwentyBadLinesTheRestIsCounted() throws IOException {
    String[] lines = new String[31];
    lines[0] = "series_id,t,value";
    for (int i = 1; i < lines.length; i++) {
      lines[i] = "a," + i + ",x";
    }
    Path file = file(lines);
    assertThatThrownBy(() -> SeriesFile.read(file))
        .hasMessageContaining("s.csv:21:")
        .hasMessageNotContaining("s.csv:22:")
        .hasMessageContaining("and 10 more.");
  }

  @Test
  void aWrongHeaderIsToldWithWhatWasSeen() throws IOException {
    Path file = file("id,day,bytes", "a,1,2");
    assertThatThrownBy(() -> SeriesFile.read(file))
        .hasMessageContaining("s.csv:1: no column series_id, seen: id,day,bytes");
  }

  @Test
  void anEmptyFileAndAMissingOneAreTold() throws IOException {
    Path empty = Files.writeString(folder.resolve("e.csv"), "");
    assertThatThrownBy(() -> SeriesFile.read(empty)).hasMessageContaining("the file is empty");
    assertThatThrownBy(() -> SeriesFile.read(folder.resolve("no.csv")))
        .isInstanceOf(InvalidSeriesFile.class)
        .hasMessageContaining("no.csv cannot be read");
  }

  @Test
  void aHeaderAloneHoldsNoSeries() throws IOException {
    assertThat(read("series_id,t,value")).isEmpty();
  }
}
