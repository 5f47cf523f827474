package dev.poolkeeper.writers.chart;

import java.awt.FontMetrics;

/** The same measures, as layouts ask for them. */
final class PageFontMetrics extends FontMetrics {

  private static final long serialVersionUID = 1L;

  private final PageFont page;

  PageFontMetrics(PageFont page) {
    super(page);
    this.page = page;
  }

  @Override
  public int getAscent() {
    return (int) Math.ceil(page.ascent());
  }

  @Override
  public int getDescent() {
    return (int) Math.ceil(page.descent());
  }

  @Override
  public int stringWidth(String text) {
    return (int) Math.ceil(page.width(text));
  }
}
