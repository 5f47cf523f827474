package dev.poolkeeper.writers.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Draws all samples on one page with the style of the reports, to be looked at. */
final class DrawSamples {

  private DrawSamples() {}

  /**
   * @param args the page to write, and the style sheet
   */
  public static void main(String[] args) throws IOException {
    StringBuilder page = new StringBuilder("<!doctype html><meta charset=\"utf-8\"><style>");
    page.append(Files.readString(Path.of(args[1]))).append("</style><div class=\"wrap\">");
    SampleCourses.all()
        .forEach(
            (name, course) ->
                page.append("<div class=\"pool-card\"><figure class=\"course\">")
                    .append(CourseChart.svg(course, name))
                    .append("<figcaption>")
                    .append(name)
                    .append("</figcaption></figure></div>"));
    Files.writeString(Path.of(args[0]), page.append("</div>").toString());
  }
}
