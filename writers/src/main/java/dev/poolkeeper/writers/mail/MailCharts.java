package dev.poolkeeper.writers.mail;

import dev.poolkeeper.processors.report.CourseLine;
import dev.poolkeeper.writers.chart.CoursePicture;
import dev.poolkeeper.writers.mail.MailPage.Picture;
import dev.poolkeeper.writers.text.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** The charts of one mail: a few, as pictures that the page shows by their Content-ID. */
final class MailCharts {

  /** More of them is a report, not a mail. */
  private static final int MOST = 2;

  /** A line of fewer days tells nothing that the figures do not. */
  private static final int LEAST_DAYS = 7;

  private final CoursePicture.Maker maker;
  private final List<Enclosure> pictures = new ArrayList<>();

  MailCharts(CoursePicture.Maker maker) {
    this.maker = maker;
  }

  /** Draws the first of these courses that have something to show. */
  List<Picture> of(List<CourseLine> courses) {
    return courses.stream()
        .filter(course -> course.days().size() >= LEAST_DAYS)
        .limit(MOST)
        .map(this::draw)
        .toList();
  }

  private Picture draw(CourseLine course) {
    CoursePicture picture = maker.of(course);
    String id = "chart-%d@poolkeeper".formatted(pictures.size() + 1);
    pictures.add(new Enclosure(id, "image/png", picture.png()));
    return new Picture(
        id,
        VisibleText.of(picture.title()),
        VisibleText.of(picture.words()),
        course.ahead().isEmpty()
            ? "Solid: measured. Dotted: told later."
            : "Solid: measured. Dotted: told later. Dashed: expected, with the bands of 80 % (dark)"
                + " and 95 % (light).");
  }

  /** What the mail has to carry. */
  List<Enclosure> pictures() {
    return List.copyOf(pictures);
  }
}
