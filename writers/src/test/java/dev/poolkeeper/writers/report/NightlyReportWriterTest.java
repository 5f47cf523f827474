package dev.poolkeeper.writers.report;

import static dev.poolkeeper.writers.report.ReportFormat.HTML;
import static dev.poolkeeper.writers.report.ReportFormat.JSON;
import static dev.poolkeeper.writers.report.ReportFormat.PDF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.poolkeeper.processors.report.NightlyReport;
import dev.poolkeeper.writers.pdf.Paper;
import dev.poolkeeper.writers.text.VisibleText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NightlyReportWriterTest {

  private static final Path SCHEMA = Path.of("../docs/schema/nightly-1.schema.json");

  @TempDir Path out;

  private final NightlyReportWriter writer =
      new NightlyReportWriter(ZoneId.of("Europe/Berlin"), Paper.A4);

  static Stream<NightlyReport> nights() {
    return Stream.concat(
        Stream.of(
            SampleReports.busy(),
            SampleReports.demo(SampleReports.busy()),
            SampleReports.quiet(),
            SampleReports.incomplete(),
            SampleReports.huge()),
        HostileNames.ALL.stream().map(SampleReports::named));
  }

  @Test
  void filesAreNamedAfterNightAndJob() throws IOException {
    List<Path> written =
        writer.write(SampleReports.quiet(), out, EnumSet.allOf(ReportFormat.class));
    assertThat(written)
        .contains(
            out.resolve("2026-02-11/nightly.html"),
            out.resolve("2026-02-11/nightly.pdf"),
            out.resolve("2026-02-11/nightly.json"),
            out.resolve("2026-02-11/nightly-csv/night.csv"),
            out.resolve("2026-02-11/nightly-csv/findings.csv"),
            out.resolve("2026-02-11/nightly.md"),
            out.resolve("2026-02-11/nightly.junit.xml"),
            out.resolve("2026-02-11/nightly.prom"));
    try (Stream<Path> files = Files.walk(out.resolve("2026-02-11"))) {
      assertThat(files.filter(Files::isRegularFile)).containsExactlyInAnyOrderElementsOf(written);
    }
  }

  @Test
  void onlyAskedFormatsAreWrittenAndOldOnesReplaced() throws IOException {
    Path file = out.resolve("2026-02-11/nightly.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "old");
    assertThat(writer.write(SampleReports.quiet(), out, Set.of(JSON))).containsExactly(file);
    assertThat(file).content().startsWith("{\n  \"schemaVersion\": 1,\n").endsWith("}\n");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(out.resolve("file"), "");
    assertThatThrownBy(() -> writer.write(SampleReports.quiet(), file, Set.of(HTML)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("nightly.html could not be written");
  }

  @ParameterizedTest
  @MethodSource("nights")
  void theSameReportGivesTheSameBytes(NightlyReport report) throws IOException {
    assertSameBytes(report, EnumSet.complementOf(EnumSet.of(PDF)));
  }

  @Test
  void andOnPaper() throws IOException {
    assertSameBytes(SampleReports.demo(SampleReports.busy()), Set.of(PDF));
  }

  private void assertSameBytes(NightlyReport report, Set<ReportFormat> formats) throws IOException {
    List<Path> once = writer.write(report, out.resolve("a"), formats);
    List<Path> again =
        new NightlyReportWriter(ZoneId.of("Europe/Berlin"), Paper.A4)
            .write(report, out.resolve("b"), formats);
    for (int i = 0; i < once.size(); i++) {
      assertThat(Files.mismatch(once.get(i), again.get(i))).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @MethodSource("nights")
  void everyNightFitsTheSchema(NightlyReport report) throws IOException {
    Path file = writer.write(report, out, Set.of(JSON)).get(0);
    List<Error> errors = schema().validate(Files.readString(file), InputFormat.JSON);
    assertThat(errors).isEmpty();
  }

  @Test
  void aWrongTypeOrFieldFailsTheSchema() throws IOException {
    String json = Files.readString(writer.write(SampleReports.busy(), out, Set.of(JSON)).get(0));
    for (String wrong :
        List.of(
            json.replace("\"score\": 87", "\"score\": \"87\""),
            json.replace("\"CRITICAL\"", "\"critical\""),
            json.replace("\"nights\": 63,", ""),
            json.replaceFirst("\"demo\"", "\"extra\": 1, \"demo\""),
            json.replace("\"reclaimableBytes\": null", "\"reclaimableBytes\": \"unknown\""))) {
      assertThat(wrong).isNotEqualTo(json);
      assertThat(schema().validate(wrong, InputFormat.JSON)).isNotEmpty();
    }
  }

  @Test
  void jsonCarriesRawValuesInTheOrderOfTheRecord() throws IOException {
    String json = Files.readString(writer.write(SampleReports.busy(), out, Set.of(JSON)).get(0));
    JsonNode report = JsonMapper.shared().readTree(json);
    assertThat(report.propertyNames())
        .containsExactly(
            Stream.of(NightlyReport.class.getRecordComponents())
                .map(component -> component.getName())
                .toArray(String[]::new));
    assertThat(report.path("verdict").asString()).isEqualTo("CRITICAL");
    assertThat(report.path("scoreDelta").asInt()).isEqualTo(-4);
    assertThat(report.path("capturedAt").asString()).isEqualTo("2026-02-11T02:00:04Z");
    assertThat(report.at("/topActions/0/reclaimableBytes").isNull()).isTrue();
    assertThat(report.at("/topActions/0/firstSeen").asString()).isEqualTo("2026-02-08");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void jsonGivesBackTheTrueName(String name) throws IOException {
    Path file = writer.write(SampleReports.named(name), out, Set.of(JSON)).get(0);
    JsonNode report = JsonMapper.shared().readTree(Files.readString(file));
    assertThat(report.path("version").asString()).isEqualTo(name);
    assertThat(Files.readString(file).codePoints().filter(c -> c != '\n'))
        .noneMatch(VisibleText::hidden);
  }

  static Stream<String> hostile() {
    return HostileNames.ALL.stream();
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(SCHEMA));
  }
}
