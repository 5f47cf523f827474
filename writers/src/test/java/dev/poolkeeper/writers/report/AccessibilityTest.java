package dev.poolkeeper.writers.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.report.NightlyReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What WCAG 2.1 AA asks of a page and can be read off it; a browser is asked by AxeIT. */
class AccessibilityTest {

  private static final Pattern VARIABLE = Pattern.compile("--([a-z0-9-]+): (#[0-9a-f]{6});");
  private static final List<String> TONES =
      List.of("critical", "warning", "ok", "info", "incomplete", "neutral");

  static Stream<String> pages() throws IOException {
    List<String> pages = new ArrayList<>();
    HtmlRenderer renderer = new HtmlRenderer();
    for (NightlyReport report :
        List.of(
            SampleReports.busy(),
            SampleReports.quiet(),
            SampleReports.incomplete(),
            SampleReports.named(HostileNames.WORST))) {
      StringWriter page = new StringWriter();
      renderer.render(NightlyPageAssembler.forScreens(ZoneOffset.UTC).assemble(report), page);
      pages.add(page.toString());
    }
    for (var week : List.of(SampleWeeks.empty(), SampleWeeks.named("nas1/pools/tank"))) {
      StringWriter page = new StringWriter();
      renderer.render(new WeeklyPageAssembler(ZoneOffset.UTC).assemble(week), page);
      pages.add(page.toString());
    }
    return pages.stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void headingsGoDownOneLevelAtATime(String html) throws Exception {
    List<Integer> levels =
        elements(parse(html))
            .map(Element::getTagName)
            .filter(tag -> tag.matches("h[1-6]"))
            .map(tag -> tag.charAt(1) - '0')
            .toList();

    assertThat(levels.stream().filter(level -> level == 1)).hasSize(1);
    assertThat(levels.get(0)).isEqualTo(1);
    for (int i = 1; i < levels.size(); i++) {
      assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyTableHasACaptionAndEveryHeadAScope(String html) throws Exception {
    Document page = parse(html);

    assertThat(elements(page).filter(e -> e.getTagName().equals("table")))
        .allSatisfy(
            table -> assertThat(table.getElementsByTagName("caption").getLength()).isEqualTo(1));
    assertThat(elements(page).filter(e -> e.getTagName().equals("th")))
        .allSatisfy(head -> assertThat(head.getAttribute("scope")).isIn("col", "row"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyFieldHasALabelAndEveryPictureWords(String html) throws Exception {
    Document page = parse(html);
    List<String> labelled =
        elements(page)
            .filter(e -> e.getTagName().equals("label"))
            .map(label -> label.getAttribute("for"))
            .toList();

    assertThat(elements(page).filter(e -> Set.of("input", "select").contains(e.getTagName())))
        .allSatisfy(
            field -> {
              boolean inside = ((Element) field.getParentNode()).getTagName().equals("label");
              assertThat(inside || labelled.contains(field.getAttribute("id"))).isTrue();
            });
    assertThat(elements(page).filter(e -> e.getTagName().equals("svg")))
        .allMatch(
            svg ->
                svg.getAttribute("aria-hidden").equals("true")
                    || !svg.getAttribute("aria-label").isEmpty()
                    || !svg.getAttribute("aria-labelledby").isEmpty());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void thePageHasItsLandmarksAndAWayPastThem(String html) throws Exception {
    Document page = parse(html);

    assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
    for (String landmark : List.of("main", "nav", "footer")) {
      assertThat(elements(page).filter(e -> e.getTagName().equals(landmark))).hasSize(1);
    }
    assertThat(elements(page).filter(e -> e.getTagName().equals("a")).findFirst())
        .hasValueSatisfying(skip -> assertThat(skip.getAttribute("href")).isEqualTo("#main"));
  }

  /** A colour is told from its ground, in both schemes, as WCAG 1.4.3 and 1.4.11 ask. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void textStandsOutFromItsGround(int scheme) throws IOException {
    Map<String, String> colours = colours(scheme);
    for (String tone : TONES) {
      assertContrast(colours, tone, tone + "-ground", 4.5);
      assertContrast(colours, tone, "card", 4.5);
      assertContrast(colours, tone, "page", 4.5);
    }
    for (String ground : List.of("page", "card", "soft")) {
      assertContrast(colours, "ink", ground, 4.5);
      assertContrast(colours, "muted", ground, 4.5);
    }
    assertContrast(colours, "link", "page", 4.5);
    assertContrast(colours, "link", "card", 4.5);
    assertContrast(colours, "demo-ink", "demo", 4.5);
    for (String bar : List.of("used", "snapshots", "kept", "children", "reserved", "shared")) {
      assertContrast(colours, "bar-" + bar, "card", 3);
    }
  }

  private static void assertContrast(
      Map<String, String> colours, String text, String ground, double least) {
    double a = luminance(colours.getOrDefault(text, ""));
    double b = luminance(colours.getOrDefault(ground, ""));
    double ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    assertThat(ratio).as("%s on %s", text, ground).isGreaterThanOrEqualTo(least);
  }

  /** Relative luminance of sRGB. Source: WCAG 2.1, definitions. */
  private static double luminance(String hex) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    return IntStream.range(0, 3)
        .mapToDouble(
            i -> {
              double part = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
              double linear =
                  part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
              return weights[i] * linear;
            })
        .sum();
  }

  /** The variables of the light scheme, and of the dark one what it changes. */
  private static Map<String, String> colours(int scheme) throws IOException {
    String css;
    try (InputStream file =
        HtmlRenderer.class.getClassLoader().getResourceAsStream("report-templates/report.css")) {
      css = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
    String[] schemes = css.split(":root \\{", -1);
    Map<String, String> colours = new HashMap<>();
    for (int i = 1; i <= scheme + 1; i++) {
      Matcher variables = VARIABLE.matcher(schemes[i].substring(0, schemes[i].indexOf('}')));
      while (variables.find()) {
        colours.put(variables.group(1), variables.group(2));
      }
    }
    return colours;
  }

  private static Document parse(String html) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html.strip())));
  }

  private static Stream<Element> elements(Document page) {
    NodeList all = page.getElementsByTagName("*");
    return IntStream.range(0, all.getLength()).mapToObj(all::item).map((Node n) -> (Element) n);
  }
}
