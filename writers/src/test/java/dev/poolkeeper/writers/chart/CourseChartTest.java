package dev.poolkeeper.writers.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.report.CourseLine;
import dev.poolkeeper.processors.report.CourseLine.Day;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jfree.data.xy.XYSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class CourseChartTest {

  static Stream<String> samples() {
    return SampleCourses.all().keySet().stream();
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<Element> elements(Document document, String name) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = document.getElementsByTagName(name);
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyChartIsWellFormedFiniteAndTheSameEachTime(String name) throws Exception {
    CourseLine course = SampleCourses.sample(name);
    String svg = CourseChart.svg(course, "c");

    Document document = parsed(svg);
    assertThat(svg).doesNotContain("NaN", "Infinity", "style=");
    assertThat(CourseChart.svg(SampleCourses.sample(name), "c")).isEqualTo(svg);
    assertThat(svg.length()).isLessThan(20_000);
    assertThat(elements(document, "path")).hasSizeGreaterThan(3);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void titleAndDescriptionSayWhatIsShown(String name) throws Exception {
    CourseLine course = SampleCourses.sample(name);
    Document document = parsed(CourseChart.svg(course, "c"));

    assertThat(document.getDocumentElement().getAttribute("aria-labelledby")).isEqualTo("c-title");
    assertThat(elements(document, "title").get(0).getTextContent()).contains(course.subject());
    assertThat(elements(document, "desc").get(0).getTextContent()).contains("From ", " to ");
  }

  @Test
  void unusualDaysAreMarkedOnAChartOfGrowth() throws Exception {
    CourseLine course = SampleCourses.growing();
    LocalDate day = course.days().get(100).day();
    CourseLine marked = course.marked(List.of(new CourseLine.Mark(day, "shrink")));

    assertThat(labels(course)).contains("today").doesNotContain("shrink");
    assertThat(labels(marked)).contains("today", "shrink");
    assertThat(new CourseSeries(marked).alarm().getX(0).longValue()).isEqualTo(day.toEpochDay());
    assertThat(CourseChart.svg(marked, "c")).contains("shrink on " + day);
  }

  @Test
  void levelsWithoutRoomBetweenThemShareALabel() throws Exception {
    CourseLine roomy = SampleCourses.growing();
    assertThat(labels(roomy)).contains("80 %", "90 %");
    CourseLine crowded =
        new CourseLine(
            roomy.subject(),
            roomy.measure(),
            roomy.unit(),
            roomy.asOf(),
            roomy.days(),
            roomy.ahead(),
            roomy.capacity(),
            OptionalDouble.of(.92),
            OptionalDouble.of(.95),
            roomy.alarm());
    assertThat(labels(crowded)).contains("92 %, 95 %").doesNotContain("92 %", "95 %");
  }

  private static List<String> labels(CourseLine course) throws Exception {
    return elements(parsed(CourseChart.svg(course, "c")), "text").stream()
        .map(Element::getTextContent)
        .toList();
  }

  @Test
  void idsOfTwoChartsDiffer() throws Exception {
    Set<String> ids = new HashSet<>();
    for (String prefix : List.of("a", "b")) {
      Document document = parsed(CourseChart.svg(SampleCourses.growing(), prefix));
      for (Element element : elements(document, "*")) {
        if (element.hasAttribute("id")) {
          assertThat(ids.add(element.getAttribute("id"))).isTrue();
        }
      }
    }
    assertThat(ids).isNotEmpty();
  }

  @Test
  void nothingKnownIsNoChart() {
    assertThat(CourseChart.svg(SampleCourses.with(SampleCourses.growing(), List.of()), "c"))
        .isEmpty();
  }

  @Test
  void foreignNamesAreHarmless() throws Exception {
    String svg = CourseChart.svg(SampleCourses.named("<script>'\"&\u202e"), "c");

    assertThat(svg).doesNotContain("<script", "\u202e");
    assertThat(elements(parsed(svg), "title").get(0).getTextContent())
        .contains("<script>'\"&\\u202e");
  }

  @Test
  void eachLineHasAMarkBesideItsColour() throws Exception {
    Document document = parsed(CourseChart.svg(SampleCourses.rebuiltThenGap(), "c"));
    List<String> dashes = new ArrayList<>();
    for (Element path : elements(document, "path")) {
      if (path.getAttribute("class").matches("line (measured|rebuilt|expected|capacity|warning)")) {
        dashes.add(
            path.getAttribute("class").substring(5) + " " + path.getAttribute("stroke-dasharray"));
      }
    }

    assertThat(dashes)
        .contains("expected 5 3", "rebuilt 2 2", "measured ", "capacity ", "warning 1 3");
    assertThat(elements(document, "text"))
        .extracting(Element::getTextContent)
        .contains("capacity 100 GiB", "80 %", "90 %", "today", "0");
  }

  private static Day day(int number, String origin) {
    return new Day(LocalDate.of(2026, 1, number), number, origin);
  }

  private static List<String> points(XYSeries series) {
    List<String> points = new ArrayList<>();
    for (int i = 0; i < series.getItemCount(); i++) {
      points.add(series.getY(i) == null ? "|" : Long.toString(series.getY(i).longValue()));
    }
    return points;
  }

  @Test
  void missingDaysBreakTheLineAndRebuiltOnesAreApart() {
    CourseSeries series =
        new CourseSeries(
            SampleCourses.with(
                SampleCourses.growing(),
                List.of(
                    day(1, "rebuilt"),
                    day(2, "rebuilt"),
                    day(3, "measured"),
                    day(4, "measured"),
                    day(8, "measured"),
                    day(11, "measured"),
                    day(12, "measured"),
                    day(13, "prometheus"),
                    day(14, "measured"))));

    assertThat(points(series.line(true)))
        .containsExactly("|", "1", "2", "3", "|", "12", "13", "14");
    assertThat(points(series.line(false))).containsExactly("|", "3", "4", "|", "11", "12");
    assertThat(points(series.lonely())).containsExactly("8");
  }

  @Test
  void capacityIsOnTheChartOnceItIsNear() {
    CourseRange near = CourseRange.of(SampleCourses.sample("pool-fills"));
    CourseRange far = CourseRange.of(SampleCourses.sample("far-from-full"));

    assertThat(near.showsCapacity()).isTrue();
    assertThat(near.high()).isGreaterThan(10 * SampleCourses.TIB);
    assertThat(far.showsCapacity()).isFalse();
    assertThat(far.high()).isLessThan(60 * SampleCourses.GIB);
    assertThat(CourseRange.of(SampleCourses.sample("leak")).low())
        .isGreaterThan(70 * SampleCourses.GIB);
  }

  @Test
  void marksOfTheAxesAreWherePeopleLook() {
    assertThat(DayAxis.marks(LocalDate.of(2026, 1, 10), LocalDate.of(2026, 6, 20)))
        .startsWith(LocalDate.of(2026, 2, 1))
        .hasSize(5);
    assertThat(DayAxis.marks(LocalDate.of(2026, 1, 10), LocalDate.of(2026, 2, 9)))
        .containsExactly(
            LocalDate.of(2026, 1, 12),
            LocalDate.of(2026, 1, 19),
            LocalDate.of(2026, 1, 26),
            LocalDate.of(2026, 2, 2),
            LocalDate.of(2026, 2, 9));
    assertThat(DayAxis.marks(LocalDate.of(2026, 1, 10), LocalDate.of(2026, 1, 12))).hasSize(3);
    assertThat(AmountAxis.marks(true, 0, 100 * SampleCourses.GIB))
        .containsExactly(
            0.,
            20 * SampleCourses.GIB,
            40 * SampleCourses.GIB,
            60 * SampleCourses.GIB,
            80 * SampleCourses.GIB,
            100 * SampleCourses.GIB);
    assertThat(AmountAxis.marks(true, 0, 4.6 * SampleCourses.TIB))
        .containsExactly(
            0.,
            SampleCourses.TIB,
            2 * SampleCourses.TIB,
            3 * SampleCourses.TIB,
            4 * SampleCourses.TIB);
    assertThat(AmountAxis.marks(false, 0, 7)).containsExactly(0., 2., 4., 6.);
    assertThat(AmountAxis.marks(true, 0, 1)).containsExactly(0., 1.);
  }
}
