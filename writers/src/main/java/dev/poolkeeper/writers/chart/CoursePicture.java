package dev.poolkeeper.writers.chart;

import dev.poolkeeper.processors.report.CourseLine;

/** The chart of a course as a picture, with what it shows in words. */
public final class CoursePicture {

  /** Makes pictures; the font is read once. */
  public static final class Maker {

    private final GlyphOutlines glyphs = GlyphOutlines.load();

    /**
     * @param course with one known day at least
     */
    public CoursePicture of(CourseLine course) {
      return new CoursePicture(
          CourseChart.png(course, glyphs),
          CourseWords.title(course),
          CourseWords.description(course));
    }
  }

  private final byte[] png;
  private final String title;
  private final String words;

  private CoursePicture(byte[] png, String title, String words) {
    this.png = png;
    this.title = title;
    this.words = words;
  }

  /** Twice as many pixels, in each direction, as it is meant to be shown with. */
  public byte[] png() {
    return png.clone();
  }

  /** What it is of. */
  public String title() {
    return title;
  }

  /** What it shows, for those who do not see it. */
  public String words() {
    return words;
  }
}
