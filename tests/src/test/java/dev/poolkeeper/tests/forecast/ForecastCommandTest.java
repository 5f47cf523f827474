package dev.poolkeeper.tests.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.tests.support.Poolkeeper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code poolkeeper forecast}, which needs no ledger. */
class ForecastCommandTest {

  private static final String HEADER = "series_id,h,mean,lo80,hi80,lo95,hi95";

  @TempDir private Path folder;
  private Poolkeeper poolkeeper = new Poolkeeper(Path.of("."));

  @BeforeEach
  void begin() {
    poolkeeper = new Poolkeeper(folder);
  }

  private Path file(String name, Stream<String> lines) throws IOException {
    return Files.write(folder.resolve(name), lines.toList());
  }

  private static Stream<String> line(String id, int days) {
    return IntStream.range(0, days).mapToObj(day -> "%s,%d,%d".formatted(id, day, 1000 + 5 * day));
  }

  private Path twoSeries() throws IOException {
    Stream<String> rows = Stream.concat(line("b", 120), line("\"a,1\"", 60));
    return file("s.csv", Stream.concat(Stream.of("series_id,t,value"), rows));
  }

  private Poolkeeper.Said forecast(Path series, String... further) {
    String[] first = {"forecast", "--series", series.toString()};
    return poolkeeper.run(
        Stream.concat(Stream.of(first), Stream.of(further)).toArray(String[]::new));
  }

  @Test
  void everySeriesHasOneRowPerDayAhead() throws IOException {
    Poolkeeper.Said said = forecast(twoSeries(), "--horizon", "14");

    assertThat(said.exitCode()).as(said.errors()).isEqualTo(ExitCode.DONE);
    assertThat(said.errors()).isEmpty();
    List<String> rows = said.output().lines().toList();
    assertThat(rows).hasSize(1 + 2 * 14);
    assertThat(rows.get(0)).isEqualTo(HEADER);
    assertThat(rows.get(1)).startsWith("\"a,1\",1,1300,");
    assertThat(rows.get(28)).startsWith("b,14,1665,");
  }

  @Test
  void aFileIsWrittenInsteadOfStdout() throws IOException {
    Path out = folder.resolve("f.csv");
    Poolkeeper.Said said = forecast(twoSeries(), "--horizon", "2", "--out", out.toString());

    assertThat(said.output()).isEmpty();
    assertThat(Files.readAllLines(out)).hasSize(5).startsWith(HEADER);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString())).doesNotContain(".f.csv.part");
    }
  }

  @Test
  void shuffledRowsGiveTheSameForecast() throws IOException {
    Path series = twoSeries();
    List<String> rows = Files.readAllLines(series);
    Collections.shuffle(rows.subList(1, rows.size()), new Random(1));
    Path shuffled = file("shuffled.csv", rows.stream());

    assertThat(forecast(shuffled, "--horizon", "30").output())
        .isEqualTo(forecast(series, "--horizon", "30").output());
  }

  @Test
  void aKnownCapacityAddsTheProbabilityOfBeingFull() throws IOException {
    Path capacities =
        file("c.csv", Stream.of("series_id,capacity,class", "b,1650,x", "\"a,1\",,y"));
    Poolkeeper.Said said =
        forecast(twoSeries(), "--horizon", "30", "--capacities", capacities.toString());

    List<String> rows = said.output().lines().toList();
    assertThat(rows.get(0)).isEqualTo(HEADER + ",p_full");
    assertThat(rows.get(30)).matches("\"a,1\",30,.*,");
    assertThat(Double.parseDouble(rows.get(31).replaceFirst(".*,", ""))).isLessThan(.05);
    assertThat(Double.parseDouble(rows.get(60).replaceFirst(".*,", ""))).isGreaterThan(.9);
  }

  @Test
  void whatIsNotForecastIsSaidWithItsReason() throws IOException {
    Path series = file("s.csv", Stream.of("series_id,t,value", "a,1,5", "a,2,", "a,3,6"));
    Path reasons = folder.resolve("r.csv");
    Poolkeeper.Said said = forecast(series, "--horizon", "7", "--reasons", reasons.toString());

    assertThat(said.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(said.output().lines()).containsExactly(HEADER);
    String reason = "not enough history: 2 measured days, a forecast needs 7";
    assertThat(said.errors()).isEqualTo("Not forecast: 1 series.\n  a: %s\n".formatted(reason));
    assertThat(Files.readAllLines(reasons))
        .containsExactly("series_id,outcome,reason", "a,not forecast,\"%s\"".formatted(reason));
  }

  @Test
  void theReasonOfAForecastIsWritten() throws IOException {
    Path capacities = file("c.csv", Stream.of("series_id,capacity", "b,1650"));
    Path reasons = folder.resolve("r.csv");
    forecast(
        twoSeries(),
        "--horizon",
        "30",
        "--capacities",
        capacities.toString(),
        "--reasons",
        reasons.toString());

    assertThat(Files.readAllLines(reasons).get(2))
        .startsWith("b,forecast,\"full within 7 days 0 %, within 30 days ")
        .contains("(80 %: day 13", "grows 5 a day, evenly since day 0; mainly ")
        .endsWith("120 days of history, tried on 15 past weeks\"");
  }

  @Test
  void badRowsAreToldAndNothingIsWritten() throws IOException {
    Path series = file("s.csv", Stream.of("series_id,t,value", "a,1,5", "a,yesterday,6"));
    Path out = folder.resolve("f.csv");
    Poolkeeper.Said said = forecast(series, "--horizon", "7", "--out", out.toString());

    assertThat(said.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(said.errors())
        .contains("s.csv:3: 'yesterday' is no day", "seen: a,yesterday,6", "Expected: a header");
    assertThat(out).doesNotExist();
  }

  @Test
  void wrongUsageIsRefused() throws IOException {
    Path series = twoSeries();
    assertThat(forecast(series, "--horizon", "0").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(forecast(series).errors()).contains("--horizon");
    assertThat(forecast(folder.resolve("none.csv"), "--horizon", "3").errors())
        .contains("none.csv cannot be read", "Nothing was computed");
    assertThat(
            forecast(series, "--horizon", "3", "--out", folder.resolve("no/f.csv").toString())
                .errors())
        .contains("no/f.csv could not be written");
  }
}
