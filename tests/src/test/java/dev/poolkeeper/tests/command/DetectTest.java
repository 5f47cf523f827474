package dev.poolkeeper.tests.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.Poolkeeper.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectTest {

  @TempDir private Path folder;
  private Path input = Path.of("");

  @BeforeEach
  void input() {
    input = folder.resolve("s.csv");
  }

  private Said detect(String... further) {
    String[] all = new String[3 + further.length];
    all[0] = "detect";
    all[1] = "--series";
    all[2] = input.toString();
    System.arraycopy(further, 0, all, 3, further.length);
    return new Poolkeeper(folder).run(all);
  }

  private void write(List<String> rows) throws IOException {
    Files.writeString(input, "series_id,t,value\n" + String.join("\n", rows) + "\n");
  }

  private static List<String> jump(String id) {
    return IntStream.range(0, 100).mapToObj(i -> id + "," + i + "," + (i < 90 ? 10 : 12)).toList();
  }

  @Test
  void everyRowComesOutOnceInItsOrder() throws IOException {
    write(jump("a"));
    Said said = detect();
    List<String> lines = said.output().lines().toList();
    assertThat(said.exitCode()).isZero();
    assertThat(lines).hasSize(101);
    assertThat(lines.get(0)).isEqualTo("series_id,t,value,score,anomaly,kind");
    assertThat(lines.get(1)).isEqualTo("a,0,10,0,0,");
    assertThat(lines.get(91)).startsWith("a,90,12,").endsWith(",1,growth");
    assertThat(lines.stream().filter(line -> line.endsWith("growth"))).hasSize(1);
    assertThat(said.errors()).isEqualTo("1 anomaly in 100 rows of 1 series: growth 1\n");
  }

  @Test
  void theOrderOfRowsMeansNothing() throws IOException {
    List<String> rows = jump("a");
    write(rows);
    List<String> sorted = detect().output().lines().toList();
    write(IntStream.range(0, 100).mapToObj(i -> rows.get(i * 37 % 100)).toList());
    List<String> mixed = detect().output().lines().toList();
    assertThat(mixed).containsExactlyInAnyOrderElementsOf(sorted);
    assertThat(mixed.get(2)).startsWith("a,37,");
  }

  @Test
  void itWritesAFileAndWhatWasFound() throws IOException {
    write(jump("a"));
    Path out = folder.resolve("out.csv");
    Path patterns = folder.resolve("patterns.csv");
    assertThat(detect("--out", out.toString(), "--patterns", patterns.toString()).output())
        .isEmpty();
    assertThat(out).content().contains("a,90,12,").hasLineCount(101);
    assertThat(patterns)
        .content()
        .startsWith("series_id,pattern,t,size,period,evidence\n")
        .contains("a,step,90,2.0,,\"rose by 2.000 on day 90 and stayed there");
  }

  @Test
  void movesThatAreTooSmallToMatterAreNoAnomalies() throws IOException {
    write(jump("a"));
    assertThat(detect("--least", "3").errors()).startsWith("0 anomalies in 100 rows");
  }

  @Test
  void movesBelowAHundredthOfTheCapacityAreNoAnomalies() throws IOException {
    write(jump("a"));
    Path capacities = folder.resolve("c.csv");
    Files.writeString(capacities, "series_id,capacity\na,201\n");
    assertThat(detect("--capacities", capacities.toString()).errors()).startsWith("0 anomalies");
    Files.writeString(capacities, "series_id,capacity\na,199\n");
    assertThat(detect("--capacities", capacities.toString()).errors()).startsWith("1 anomaly");
  }

  @Test
  void negativeOptionsAreRefused() {
    assertThat(detect("--least=-1").exitCode()).isEqualTo(2);
    assertThat(detect("--steps-per-day=-1").errors()).contains("it cannot be negative");
  }

  @Test
  void badRowsAreToldWithTheirLines() throws IOException {
    write(List.of("a,1,x", "a,2,3", "a,2026-99-01,1"));
    Said said = detect();
    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.output()).isEmpty();
    assertThat(said.errors()).contains("s.csv:2: 'x' is no number").contains("s.csv:4: ");
  }

  @Test
  void aSeriesThatCannotBeLaidOutIsNamedAndTheOthersAreJudged() throws IOException {
    write(
        IntStream.concat(IntStream.range(0, 3), IntStream.of(90_000_000))
            .mapToObj(i -> "b," + i + ",1")
            .toList());
    Files.writeString(input, String.join("\n", jump("a")) + "\n", StandardOpenOption.APPEND);
    Said said = detect();
    assertThat(said.exitCode()).isZero();
    assertThat(said.errors())
        .startsWith("1 anomaly in 104 rows of 2 series")
        .contains("b was not judged: 4 rows are spread over");
  }

  @Test
  void emptyAndTinyFilesAreNoError() throws IOException {
    write(List.of());
    assertThat(detect().output()).isEqualTo("series_id,t,value,score,anomaly,kind\n");
    write(List.of("a,1,5", "b,2026-02-11,", "c,1,NaN"));
    assertThat(detect().output().lines().skip(1))
        .containsExactly("a,1,5,0,0,", "b,2026-02-11,,0,0,", "c,1,NaN,0,0,");
  }

  @Test
  void aMissingFileIsSaidToBe() {
    Said said = detect();
    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.errors()).contains("s.csv cannot be read");
  }
}
