package dev.poolkeeper.writers.chart;

import java.awt.Font;
import java.awt.font.LineMetrics;

/** The measures of a line in the font of the page. */
final class PageLineMetrics extends LineMetrics {

  private final PageFont font;
  private final int characters;

  PageLineMetrics(PageFont font, int characters) {
    this.font = font;
    this.characters = characters;
  }

  @Override
  public int getNumChars() {
    return characters;
  }

  @Override
  public float getAscent() {
    return (float) font.ascent();
  }

  @Override
  public float getDescent() {
    return (float) font.descent();
  }

  @Override
  public float getLeading() {
    return 0;
  }

  @Override
  public float getHeight() {
    return getAscent() + getDescent();
  }

  @Override
  public int getBaselineIndex() {
    return Font.ROMAN_BASELINE;
  }

  @Override
  public float[] getBaselineOffsets() {
    return new float[] {0, 0, 0};
  }

  @Override
  public float getStrikethroughOffset() {
    return -getAscent() / 3;
  }

  @Override
  public float getStrikethroughThickness() {
    return 1;
  }

  @Override
  public float getUnderlineOffset() {
    return getDescent() / 2;
  }

  @Override
  public float getUnderlineThickness() {
    return 1;
  }
}
