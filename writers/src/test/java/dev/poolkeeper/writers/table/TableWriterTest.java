package dev.poolkeeper.writers.table;

import static dev.poolkeeper.processors.finding.FindingCode.BACKEND_WITHOUT_VOLUME;
import static dev.poolkeeper.processors.finding.FindingCode.VOLUME_WITHOUT_BACKEND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.report.FindingLine;
import dev.poolkeeper.processors.report.PoolLine;
import dev.poolkeeper.processors.report.RunLine;
import dev.poolkeeper.processors.report.SnapshotLine;
import dev.poolkeeper.processors.report.VolumeLine;
import dev.poolkeeper.processors.space.PoolSpace;
import dev.poolkeeper.processors.space.Provisioning;
import dev.poolkeeper.processors.space.VolumeSpace;
import dev.poolkeeper.writers.json.ContractJson;
import dev.poolkeeper.writers.report.HostileNames;
import dev.poolkeeper.writers.report.SampleFindings;
import dev.poolkeeper.writers.text.TextWidth;
import dev.poolkeeper.writers.text.VisibleText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TableWriterTest {

  private static final Instant AT = Instant.parse("2026-02-11T02:00:04Z");

  private static final Listing<FindingLine> FINDINGS =
      Listings.findings(
          List.of(
              SampleFindings.confirmed(
                  VOLUME_WITHOUT_BACKEND,
                  "prod-a/persistentvolumes/pvc-1",
                  4,
                  OptionalLong.empty(),
                  "first",
                  "second, \"quoted\""),
              SampleFindings.waiting(
                  BACKEND_WITHOUT_VOLUME,
                  "nas1/datasets/tank/k8s/vols/pvc-2ac13e5f-8e84-42a7-9d0a-66a02432416e",
                  1,
                  OptionalLong.of(412L << 30))));

  private static List<Listing<?>> listings(String name) {
    return List.of(
        FINDINGS,
        Listings.findings(
            List.of(
                SampleFindings.with(
                    SampleFindings.waiting(
                        BACKEND_WITHOUT_VOLUME, name, 2, OptionalLong.of(1), name, name),
                    "held",
                    Optional.of(name)))),
        Listings.volumes(
            List.of(
                VolumeLine.of(
                    new VolumeLine.Identity(
                        name, Optional.empty(), "absent", OptionalLong.of(1L << 40), "Bound", name),
                    VolumeSpace.unbacked(name, Optional.of(name))))),
        Listings.pools(
            List.of(
                PoolLine.of(
                    new PoolLine.Health(
                        "ONLINE", OptionalLong.empty(), OptionalLong.of(5), 7, 100_000),
                    PoolSpace.of(
                        name,
                        OptionalLong.of(3),
                        OptionalLong.of(1),
                        List.of(),
                        Provisioning.of(List.of()))))),
        Listings.snapshots(
            List.of(
                new SnapshotLine(
                    name,
                    Optional.of(AT),
                    Optional.of(name),
                    OptionalLong.of(1),
                    OptionalLong.of(2),
                    Optional.of("overdue"),
                    List.of(name),
                    Optional.of(AT)))),
        Listings.runs(
            List.of(
                new RunLine(
                    12,
                    "nightly",
                    LocalDate.of(2026, 2, 11),
                    1,
                    "running",
                    AT,
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.of(87),
                    name))));
  }

  @Test
  void aTableShowsWhatFitsWithACountBelow() {
    assertThat(written(FINDINGS, TableFormat.TABLE, 140))
        .isEqualTo(
            """
            CODE   SEVERITY  STATUS      SUBJECT                                                            FIRST SEEN  NIGHTS  RECLAIMABLE  NOTE
            -----  --------  ----------  -----------------------------------------------------------------  ----------  ------  -----------  -----------
            PK101  critical  persisting  prod-a/persistentvolumes/pvc-1                                     2026-02-08       4      unknown
            PK102  info      new         nas1/datasets/tank/k8s/vols/pvc-…3e5f-8e84-42a7-9d0a-66a02432416e  2026-02-11       1      412 GiB  seen 1 of 3

            2 findings, 1 confirmed; 412 GiB reclaimable, 1 unknown
            """);
    assertThat(written(FINDINGS, TableFormat.TABLE, 80))
        .isEqualTo(
            """
            CODE   SEVERITY  SUBJECT                                             RECLAIMABLE
            -----  --------  --------------------------------------------------  -----------
            PK101  critical  prod-a/persistentvolumes/pvc-1                          unknown
            PK102  info      nas1/datasets/tank/k8s/vo…4-42a7-9d0a-66a02432416e      412 GiB

            2 findings, 1 confirmed; 412 GiB reclaimable, 1 unknown
            """);
  }

  @Test
  void theCountBelowGoesOnInTheNextLine() {
    assertThat(written(FINDINGS, TableFormat.TABLE, 40))
        .endsWith(
            """

            2 findings, 1 confirmed; 412 GiB
            reclaimable, 1 unknown
            """);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 40, 80, 100, 140, 250})
  void noLineIsWiderThanTheTerminal(int width) {
    for (String name : HostileNames.ALL) {
      for (Listing<?> listing : listings(name)) {
        String table = demo(listing, TableFormat.TABLE, width);
        assertThat(table.lines()).allMatch(line -> TextWidth.of(line) <= width);
        assertThat(table.codePoints().filter(c -> c != '\n')).noneMatch(VisibleText::hidden);
      }
    }
  }

  @Test
  void colourIsOnlyThereWhenAskedFor() {
    StringBuilder coloured = new StringBuilder();
    new TableWriter(TableFormat.TABLE, 80, true, false).write(FINDINGS, coloured);
    assertThat(coloured).contains("\u001b[31;1mcritical\u001b[0m");
    assertThat(coloured.toString().replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(written(FINDINGS, TableFormat.TABLE, 80));
  }

  @Test
  void demoIsMarkedForPeopleAndKeptOutOfData() {
    assertThat(demo(FINDINGS, TableFormat.TABLE, 80)).startsWith("DEMO DATA");
    assertThat(demo(FINDINGS, TableFormat.MARKDOWN, 80)).startsWith("**DEMO DATA");
    for (TableFormat format : List.of(TableFormat.JSON, TableFormat.YAML, TableFormat.CSV)) {
      assertThat(demo(FINDINGS, format, 80)).isEqualTo(written(FINDINGS, format, 80));
    }
  }

  @Test
  void anEmptyListIsSaidAndStaysValid() {
    Listing<FindingLine> none = Listings.findings(List.of());
    assertThat(written(none, TableFormat.TABLE, 80)).isEqualTo("No findings.\n");
    assertThat(written(none, TableFormat.MARKDOWN, 80)).isEqualTo("No findings.\n");
    assertThat(written(none, TableFormat.JSON, 80)).isEqualTo("[]\n");
    assertThat(written(none, TableFormat.YAML, 80)).isEqualTo("[]\n");
    assertThat(CsvRows.parse(written(none, TableFormat.CSV, 80)))
        .containsExactly(fields(FindingLine.class));
  }

  @ParameterizedTest
  @MethodSource("names")
  void jsonAndYamlGiveBackEveryField(String name) {
    for (Listing<?> listing : listings(name)) {
      JsonNode rows = ContractJson.json().valueToTree(listing.rows());
      String json = written(listing, TableFormat.JSON, 80);
      String yaml = written(listing, TableFormat.YAML, 80);
      assertThat(JsonMapper.shared().readTree(json))
          .isEqualTo(JsonMapper.shared().readTree(rows.toString()));
      assertThat(ContractJson.yaml().readTree(yaml).toString()).isEqualTo(rows.toString());
      assertThat((json + yaml).codePoints().filter(c -> c != '\n')).noneMatch(VisibleText::hidden);
      assertThat(rows.get(0).propertyNames()).containsExactlyElementsOf(fields(listing.type()));
    }
  }

  static Stream<String> names() {
    return Stream.concat(
        HostileNames.ALL.stream().filter(name -> !name.contains("\uD83D surrogate")),
        Stream.of("no", "1.0", "2026-02-11", "~", "- x", "a: b # c", "", "  padded  ", "0x1F"));
  }

  @Test
  void csvCarriesEveryFieldAndNoFormula() {
    List<List<String>> rows = CsvRows.parse(written(FINDINGS, TableFormat.CSV, 80));
    assertThat(rows.get(0)).isEqualTo(fields(FindingLine.class));
    assertThat(rows.get(1))
        .containsExactly(
            "PK101",
            "volume-without-backend",
            "critical",
            "persisting",
            "prod-a/persistentvolumes/pvc-1",
            "2026-02-08",
            "2026-02-11",
            "4",
            "true",
            "",
            "",
            "",
            "first; second, \"quoted\"",
            VOLUME_WITHOUT_BACKEND.actions().get(0),
            "");
    for (String start : List.of("=1+1", "+1", "-1", "@x", "\tx", "\rx")) {
      String csv = written(listings(start).get(2), TableFormat.CSV, 80);
      assertThat(CsvRows.parse(csv).get(1).get(0)).isEqualTo("'" + start);
      assertThat(CsvRows.parse(csv).get(1).get(5)).isEqualTo(Long.toString(1L << 40));
    }
    assertThat(CsvRows.parse(written(listings("a\r\nb\u001b").get(2), TableFormat.CSV, 80)).get(1))
        .startsWith("a\r\nb\\u001b");
  }

  @Test
  void markdownCannotBeBrokenByAName() {
    String markdown =
        written(listings("a|b\n<b>*x* _y_ z_z [l](u) `c`").get(1), TableFormat.MARKDOWN, 80);
    assertThat(markdown)
        .contains("a\\|b\\\\n&lt;b&gt;\\*x\\* \\_y\\_ z_z \\[l\\](u) \\`c\\`")
        .contains("| CODE | SEVERITY | STATUS | SUBJECT | FIRST SEEN | NIGHTS |")
        .contains("| --- | --- | --- | --- | --- | ---: | ---: | --- |");
    assertThat(markdown.lines().filter(line -> line.startsWith("|"))).hasSize(3);
  }

  private static List<String> fields(Class<? extends Record> type) {
    return Stream.of(type.getRecordComponents()).map(component -> component.getName()).toList();
  }

  private static String written(Listing<?> listing, TableFormat format, int width) {
    return write(listing, format, width, false);
  }

  private static String demo(Listing<?> listing, TableFormat format, int width) {
    return write(listing, format, width, true);
  }

  private static String write(Listing<?> listing, TableFormat format, int width, boolean demo) {
    StringBuilder out = new StringBuilder();
    new TableWriter(format, width, false, demo).write(listing, out);
    return out.toString();
  }
}
