package dev.poolkeeper.readers.series;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservationFileTest {

  @TempDir private Path folder;

  private Path file(String... lines) throws IOException {
    return Files.writeString(folder.resolve("s.csv"), String.join("\n", lines) + "\n");
  }

  @Test
  void everyRowIsKeptAndKnownByItsTime() throws IOException {
    Path file = file("series_id,t,value", "b,3,1", "a,2,2", "b,1,", "b,2,4");
    Map<String, ObservedSeries> all = ObservationFile.read(file);
    assertThat(all.keySet()).containsExactly("b", "a");
    ObservedSeries b = requireNonNull(all.get("b"));
    assertThat(b.rows()).isEqualTo(3);
    assertThat(b.chronological()).containsExactly(1, 2, 0);
    assertThat(b.value(1)).isNaN();
  }

  @Test
  void timesAreReadInAllTheirForms() {
    assertThat(TimeField.parse("12")).isEqualTo(new TimeField(false, 12));
    assertThat(TimeField.parse("-3")).isEqualTo(new TimeField(false, -3));
    assertThat(TimeField.parse("1.5")).isEqualTo(new TimeField(false, 1.5));
    assertThat(TimeField.parse("1970-01-02")).isEqualTo(new TimeField(true, 86_400));
    assertThat(TimeField.parse("1970-01-02 00:05:00")).isEqualTo(new TimeField(true, 86_700));
    assertThat(TimeField.parse("1970-01-02T02:00:00+02:00")).isEqualTo(new TimeField(true, 86_400));
    assertThat(TimeField.parse("1700000000")).isEqualTo(new TimeField(true, 1.7e9));
    assertThat(TimeField.parse("1700000000500")).isEqualTo(new TimeField(true, 1700000000.5));
  }

  @Test
  void everyBadLineIsTold() throws IOException {
    Path file =
        file("series_id,t,value", "a,1,1", "a,x,1", "a,2026-02-31,1", "a,2,one", ",3,1", "a,,1");
    assertThatThrownBy(() -> ObservationFile.read(file))
        .isInstanceOf(InvalidSeriesFile.class)
        .hasMessageContainingAll(
            "s.csv:3: ",
            "s.csv:4: ",
            "s.csv:5: 'one' is no number",
            "s.csv:6: no series_id",
            "s.csv:7: no time in the column t");
  }

  @Test
  void numbersAndDatesDoNotMix() throws IOException {
    Path file = file("series_id,t,value", "a,1,1", "a,2026-02-11,1");
    assertThatThrownBy(() -> ObservationFile.read(file))
        .hasMessageContaining("s.csv:3: numbers and dates are mixed in the column t of a");
  }

  @Test
  void twoValuesForOneTimeAreRefused() throws IOException {
    Path file = file("series_id,t,value", "a,1,1", "a,2,5", "a,1,2");
    assertThatThrownBy(() -> ObservationFile.read(file))
        .hasMessageContaining("a has two values for the same time, 1.0 and 2.0 (its rows 1 and 3)");
    assertThat(ObservationFile.read(file("series_id,t,value", "a,1,1", "a,1,1"))).hasSize(1);
  }

  @Test
  void theFileIsReplayedAsItIs() throws IOException {
    Path file = file("value,t,series_id", "1.50,2,\"x,y\"", ",01,b");
    List<String> rows = new ArrayList<>();
    ObservationFile.replay(file, (id, time, value) -> rows.add(id + "|" + time + "|" + value));
    assertThat(rows).containsExactly("x,y|2|1.50", "b|01|");
  }
}
