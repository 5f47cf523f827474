package dev.poolkeeper.writers.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.report.NightlyReport;
import dev.poolkeeper.processors.report.WeeklyReport;
import dev.poolkeeper.writers.pdf.Paper;
import dev.poolkeeper.writers.table.CsvRows;
import dev.poolkeeper.writers.text.VisibleText;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reports as CSV, Markdown, JUnit XML and Prometheus text, whatever names they hold. */
class FormsTest {

  private static final Pattern SAMPLE =
      Pattern.compile(
          "poolkeeper_[a-z0-9_]+(\\{[a-z]+=\"([^\"\\\\\n]|\\\\[\\\\\"n])*\""
              + "(,[a-z]+=\"([^\"\\\\\n]|\\\\[\\\\\"n])*\")*\\})? -?[0-9.]+(E-?[0-9]+)?");

  @TempDir Path out;

  private final NightlyReportWriter nights = new NightlyReportWriter(ZoneOffset.UTC, Paper.A4);
  private final WeeklyReportWriter weeks = new WeeklyReportWriter(ZoneOffset.UTC, Paper.A4);

  static Stream<NightlyReport> nights() {
    return NightlyReportWriterTest.nights();
  }

  static Stream<WeeklyReport> weeks() {
    return Stream.concat(
        Stream.of(SampleWeeks.empty(), SampleWeeks.named("nas1/pools/tank")),
        HostileNames.ALL.stream().map(SampleWeeks::named));
  }

  private List<String> nightly(NightlyReport report, ReportFormat format) throws IOException {
    return read(nights.write(report, out, Set.of(format)));
  }

  private static List<String> read(List<Path> files) throws IOException {
    List<String> texts = new java.util.ArrayList<>();
    for (Path file : files) {
      texts.add(Files.readString(file));
    }
    return texts;
  }

  private static void assertNothingHidden(String text) {
    assertThat(text.codePoints().filter(c -> c != '\n' && c != '\r' && c != '\t'))
        .noneMatch(VisibleText::hidden);
  }

  @ParameterizedTest
  @MethodSource("nights")
  void everyTableOfANightIsEvenAndHoldsNoFormula(NightlyReport report) throws IOException {
    assertTables(nightly(report, ReportFormat.CSV));
  }

  @ParameterizedTest
  @MethodSource("weeks")
  void everyTableOfAWeekIsEvenAndHoldsNoFormula(WeeklyReport report) throws IOException {
    assertTables(read(weeks.write(report, out, Set.of(ReportFormat.CSV))));
  }

  private static void assertTables(List<String> tables) {
    assertThat(tables).isNotEmpty();
    for (String table : tables) {
      assertNothingHidden(table);
      List<List<String>> rows = CsvRows.parse(table);
      assertThat(rows.stream().map(List::size).distinct()).hasSize(1);
      assertThat(rows.stream().skip(1).flatMap(List::stream))
          .noneMatch(cell -> cell.startsWith("=") || cell.startsWith("@") || cell.startsWith("+"));
    }
  }

  @Test
  void theTableOfFindingsHasARowForEachListedOne() throws IOException {
    NightlyReport report = SampleReports.busy();
    assertThat(nights.write(report, out, Set.of(ReportFormat.CSV))).isNotEmpty();
    Path folder = out.resolve("2026-02-11/nightly-csv");
    List<List<String>> rows = CsvRows.parse(Files.readString(folder.resolve("findings.csv")));
    List<List<String>> actions = CsvRows.parse(Files.readString(folder.resolve("actions.csv")));

    assertThat(rows)
        .hasSize(1 + report.groups().stream().mapToInt(group -> group.findings().size()).sum());
    assertThat(rows.get(0)).startsWith("code", "name", "severity", "status", "subject");
    assertThat(actions.get(1)).contains("shop-team", "label team of namespace shop");
  }

  @ParameterizedTest
  @MethodSource("nights")
  void markdownOfANightHoldsNoMarkupOfOthers(NightlyReport report) throws IOException {
    assertMarkdown(nightly(report, ReportFormat.MARKDOWN).get(0), report.demo());
  }

  @ParameterizedTest
  @MethodSource("weeks")
  void markdownOfAWeekHoldsNoMarkupOfOthers(WeeklyReport report) throws IOException {
    assertMarkdown(
        read(weeks.write(report, out, Set.of(ReportFormat.MARKDOWN))).get(0), report.demo());
  }

  private static void assertMarkdown(String text, boolean demo) {
    assertNothingHidden(text);
    String outsideCode = text.replaceAll("(`+)[^`].*?\\1", "");
    assertThat(outsideCode).doesNotContain("<script", "<img", "</style");
    assertThat(text.startsWith("**DEMO DATA")).isEqualTo(demo);
    String[] lines = text.split("\n", -1);
    for (int i = 1; i < lines.length; i++) {
      if (lines[i].startsWith("|") && lines[i - 1].startsWith("|")) {
        assertThat(bars(lines[i])).as(lines[i]).isEqualTo(bars(lines[i - 1]));
      }
    }
  }

  private static long bars(String row) {
    return row.replace("\\\\", "").replace("\\|", "").chars().filter(c -> c == '|').count();
  }

  @Test
  void markdownSaysWhatThePageSays() throws IOException {
    String text = nightly(SampleReports.busy(), ReportFormat.MARKDOWN).get(0);

    assertThat(text)
        .contains(
            "CRITICAL: A person must look now. Score 87 of 100, −4 since 2026-02-10.",
            "| Needs approval | 412 GiB | nothing in the way; EUR 5.03 a month |",
            "Owner: shop-team (label team of namespace shop)",
            "Owner: unknown (no claim, namespace or label names one)",
            "2026-03-14 to 2026-04-23, likely 2026-03-26");
  }

  @ParameterizedTest
  @MethodSource("nights")
  void junitOfANightIsWellFormedAndCountsItsCases(NightlyReport report) throws Exception {
    Document xml = parse(nightly(report, ReportFormat.JUNIT).get(0));

    assertCounts(xml);
    assertThat(count(xml, "testsuite")).isEqualTo(report.groups().size() + 1L);
  }

  @ParameterizedTest
  @MethodSource("weeks")
  void junitOfAWeekIsWellFormedAndCountsItsCases(WeeklyReport report) throws Exception {
    Document xml = parse(read(weeks.write(report, out, Set.of(ReportFormat.JUNIT))).get(0));

    assertCounts(xml);
    assertThat(count(xml, "failure"))
        .isEqualTo(report.runways().stream().filter(line -> line.severity().isPresent()).count());
    assertThat(count(xml, "error")).isPositive();
  }

  private static void assertCounts(Document xml) {
    Element root = xml.getDocumentElement();
    assertThat(root.getAttribute("tests")).isEqualTo(Long.toString(count(xml, "testcase")));
    assertThat(root.getAttribute("failures")).isEqualTo(Long.toString(count(xml, "failure")));
    assertThat(root.getAttribute("errors")).isEqualTo(Long.toString(count(xml, "error")));
    assertThat(root.getAttribute("skipped")).isEqualTo(Long.toString(count(xml, "skipped")));
  }

  @Test
  void confirmedFindingsFailAndDoubtfulOnesAreSkipped() throws Exception {
    Document busy = parse(nightly(SampleReports.busy(), ReportFormat.JUNIT).get(0));
    Document incomplete = parse(nightly(SampleReports.incomplete(), ReportFormat.JUNIT).get(0));

    long confirmed =
        SampleReports.busy().groups().stream()
            .flatMap(group -> group.findings().stream())
            .filter(f -> f.confirmed() && !f.status().equals("excepted"))
            .filter(f -> !f.severity().equals("info"))
            .count();
    assertThat(count(busy, "failure")).isEqualTo(confirmed);
    assertThat(count(busy, "skipped")).isPositive();
    assertThat(count(busy, "error")).isZero();
    assertThat(count(incomplete, "error")).isPositive();
  }

  @Test
  void aNightInWhichNothingWasReadDoesNotPass() throws Exception {
    NightlyReport quiet = SampleReports.quiet();
    assertThat(quiet.coverage()).isNotEmpty();
    Document xml =
        parse(read(weeks.write(SampleWeeks.empty(), out, Set.of(ReportFormat.JUNIT))).get(0));

    assertThat(count(xml, "error")).isEqualTo(1);
  }

  private static long count(Document xml, String tag) {
    return xml.getElementsByTagName(tag).getLength();
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  @Test
  void namesComeThroughXml() throws Exception {
    Document xml = parse(nightly(SampleReports.named("a <b> & \"c\""), ReportFormat.JUNIT).get(0));

    NodeList cases = xml.getElementsByTagName("testcase");
    assertThat(IntStream.range(0, cases.getLength()).mapToObj(cases::item))
        .anyMatch(
            one -> ((Element) one).getAttribute("name").equals("nas1/datasets/a <b> & \"c\""));
  }

  @ParameterizedTest
  @MethodSource("nights")
  void metricsOfANightKeepToTheFormat(NightlyReport report) throws IOException {
    assertMetrics(nightly(report, ReportFormat.PROMETHEUS).get(0));
  }

  @ParameterizedTest
  @MethodSource("weeks")
  void metricsOfAWeekKeepToTheFormat(WeeklyReport report) throws IOException {
    assertMetrics(read(weeks.write(report, out, Set.of(ReportFormat.PROMETHEUS))).get(0));
  }

  private static void assertMetrics(String text) {
    Set<String> series = new HashSet<>();
    Set<String> types = new HashSet<>();
    String family = "";
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("# TYPE ")) {
        family = line.split(" ", -1)[2];
        assertThat(types.add(family)).as("once: " + family).isTrue();
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        assertThat(line).matches(SAMPLE);
        assertThat(line).startsWith(family);
        assertThat(series.add(line.substring(0, line.lastIndexOf(' ')))).as(line).isTrue();
      }
    }
    assertThat(text).endsWith("\n");
    assertNothingHidden(text);
  }

  @Test
  void metricsTellPoolsAndNoSingleObject() throws IOException {
    String text = nightly(SampleReports.busy(), ReportFormat.PROMETHEUS).get(0);

    assertThat(text)
        .contains(
            "poolkeeper_night_score 87\n",
            "poolkeeper_reclaimable_bytes{state=\"blocked\"} 214748364800\n",
            "poolkeeper_pool_full_earliest_timestamp_seconds{nas=\"nas1\",pool=\"tank\"}"
                + " 1773446400\n")
        .doesNotContain("pvc-");
  }
}
