package dev.poolkeeper.writers.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.poolkeeper.processors.report.NightlyReport;
import dev.poolkeeper.writers.text.VisibleText;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class NightlyPageTest {

  private final NightlyPageAssembler assembler =
      NightlyPageAssembler.forScreens(ZoneId.of("Europe/Berlin"));
  private final HtmlRenderer renderer = new HtmlRenderer();

  @ParameterizedTest
  @MethodSource("dev.poolkeeper.writers.report.NightlyReportWriterTest#nights")
  void everyPageIsWellFormedAndLoadsNothing(NightlyReport report) throws Exception {
    String html = html(report);
    assertThat(html.codePoints().filter(c -> c != '\n')).noneMatch(VisibleText::hidden);
    Document page = parse(html);
    assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
    assertThat(elements(page).map(Element::getTagName))
        .doesNotContain("img", "link", "iframe", "object", "form", "meta-refresh");
    assertThat(elements(page).filter(e -> e.getTagName().equals("script"))).hasSize(1);
    assertThat(elements(page).filter(e -> e.hasAttribute("href")))
        .allSatisfy(a -> assertThat(a.getAttribute("href")).startsWith("#"));
    assertThat(elements(page).filter(e -> e.hasAttribute("style") || e.hasAttribute("onclick")))
        .isEmpty();
  }

  @Test
  void idsAreUniqueAndEveryReferenceLeadsToOne() throws Exception {
    Document page = parse(html(SampleReports.busy()));
    List<String> ids =
        elements(page).map(e -> e.getAttribute("id")).filter(id -> !id.isEmpty()).toList();
    Set<String> known = new HashSet<>(ids);
    assertThat(known).hasSameSizeAs(ids);
    assertThat(elements(page).map(e -> e.getAttribute("href")).filter(h -> !h.isEmpty()))
        .allSatisfy(href -> assertThat(known).contains(href.substring(1)));
    assertThat(elements(page).map(e -> e.getAttribute("aria-labelledby")).filter(h -> !h.isEmpty()))
        .allSatisfy(id -> assertThat(known).contains(id));
  }

  @Test
  void demoDataIsMarkedInTitleBannerAndEverySection() throws Exception {
    String html = html(SampleReports.demo(SampleReports.busy()));
    Document page = parse(html);
    assertThat(text(page, "title")).startsWith("DEMO DATA");
    assertThat(text(page, "strong")).isEqualTo("DEMO DATA");
    assertThat(elements(page).filter(e -> e.getTagName().equals("h2")))
        .hasSizeGreaterThan(6)
        .allSatisfy(h2 -> assertThat(h2.getTextContent()).contains("demo data"));
    assertThat(html(SampleReports.busy())).doesNotContain("class=\"demo").doesNotContain("--demo<");
  }

  @Test
  void aLongGroupSaysWhatItLeavesOut() throws IOException {
    String html = html(SampleReports.huge());
    assertThat(html)
        .contains("Showing 250 of 100,000; all of them: ")
        .contains("<code>poolkeeper findings --code PK102</code>")
        .contains("and 1,992 more: poolkeeper findings")
        .hasSizeLessThan(600_000);
    assertThat(html(SampleReports.demo(SampleReports.huge())))
        .contains("poolkeeper findings --code PK102 --demo");
  }

  @Test
  void unknownIsSaidAndGapsComeWithTheirProblem() throws IOException {
    assertThat(html(SampleReports.incomplete()))
        .contains("INCOMPLETE")
        .contains("Not all was seen, so nothing can be called fine.")
        .contains("pool.snapshot.query answered 403 for user poolkeeper; grant READ")
        .contains("nas1/snapshots was not read completely, so clones cannot be ruled out");
    assertThat(html(SampleReports.quiet()))
        .contains("Nothing is confirmed and urgent tonight.")
        .contains("No open findings.")
        .contains("This is the first night in the ledger");
  }

  @Test
  void aSourceWhoseListIsNotBelievedIsNotCalledComplete() {
    assertThat(assembler.assemble(SampleReports.incomplete()).coverage().sources())
        .extracting(NightlyPage.Source::name, source -> source.status().word())
        .contains(tuple("prod-a", "complete"), tuple("prod-b", "held"), tuple("nas1", "partial"));
    assertThat(assembler.assemble(SampleReports.incomplete()).coverage().sources())
        .filteredOn(source -> source.name().equals("prod-b"))
        .extracting(NightlyPage.Source::read)
        .first(InstanceOfAssertFactories.STRING)
        .contains(", 1 not believed (PK902)");
  }

  @Test
  void theNightIsToldInWordsAndTheDisplayZone() {
    NightlyPage page = assembler.assemble(SampleReports.busy());
    assertThat(page.title()).isEqualTo("CRITICAL: storage on 2026-02-11");
    assertThat(page.night())
        .isEqualTo(
            new NightlyPage.Night(
                "2026-02-11",
                "Wednesday, 11 February 2026",
                "2026-02-11T02:00:04Z",
                "2026-02-11 03:00 +01:00 (Europe/Berlin)",
                "prod-a, prod-b",
                "nas1"));
    assertThat(page.coverage().history())
        .isEqualTo(
            "History: 63 measured nights, 212 days rebuilt from ZFS snapshots (oldest 2025-07-14),"
                + " 1 day of fill levels from Prometheus (oldest 2026-02-10).");
    assertThat(page.verdict().comparison()).isEqualTo("−4 since 2026-02-10");
    assertThat(page.pools().get(0))
        .extracting(NightlyPage.Pool::used, NightlyPage.Pool::snapshots, NightlyPage.Pool::free)
        .containsExactly("17 TiB (64 %)", "3.1 TiB (18 % of used)", "9.6 TiB");
    assertThat(page.volumes())
        .extracting(NightlyPage.Confidence::word)
        .containsExactly("confirmed", "probable", "referenced", "absent", "out-of-scope");
  }

  private String html(NightlyReport report) throws IOException {
    StringWriter out = new StringWriter();
    renderer.render(assembler.assemble(report), out);
    return out.toString();
  }

  private static Document parse(String html) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html.strip())));
  }

  private static Stream<Element> elements(Document page) {
    NodeList all = page.getElementsByTagName("*");
    return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i));
  }

  private static String text(Document page, String tag) {
    return page.getElementsByTagName(tag).item(0).getTextContent();
  }
}
