package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.report.CourseLine;
import dev.poolkeeper.writers.chart.CourseChart;
import dev.poolkeeper.writers.report.HiddenSpace.Chart;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The charts of one page. A course is drawn where its pool is, and once more under the first
 * finding about its subject.
 */
final class Charts {

  /** A line of fewer days tells nothing that the figures do not. */
  private static final int LEAST_DAYS = 7;

  private static final Chart NONE = new Chart("", "");

  private final Map<String, CourseLine> bySubject = new LinkedHashMap<>();
  private final Set<String> underFindings = new HashSet<>();
  private int drawn;

  Charts(List<CourseLine> courses) {
    courses.forEach(course -> bySubject.putIfAbsent(course.subject(), course));
  }

  /** That of a pool; an empty one when none is known. */
  Chart ofPool(String subject) {
    CourseLine course = bySubject.get(subject);
    return course == null ? NONE : draw(course);
  }

  /** That of a finding about capacity or about odd behaviour, unless another one has it. */
  Chart ofFinding(String subject, String code) {
    CourseLine course = bySubject.get(subject);
    boolean wanted = code.startsWith("PK4") || code.startsWith("PK5");
    return wanted && course != null && underFindings.add(subject) ? draw(course) : NONE;
  }

  private Chart draw(CourseLine course) {
    boolean nothingYet = course.ahead().isEmpty() && course.days().size() < LEAST_DAYS;
    if (nothingYet && course.alarm().isEmpty()) {
      return NONE;
    }
    String svg = CourseChart.svg(course, "course-" + ++drawn);
    return svg.isEmpty() ? NONE : new Chart(svg, CourseCaption.of(course));
  }
}
