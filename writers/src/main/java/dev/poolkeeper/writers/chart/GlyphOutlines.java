package dev.poolkeeper.writers.chart;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Text as shapes, from the font that comes with poolkeeper. No font of the machine is ever looked
 * at: the same picture comes out everywhere, also where no font is installed.
 */
final class GlyphOutlines {

  private static final String FONT = "/report-templates/fonts/DejaVuSans.ttf";

  private final TrueTypeFont font;
  private final CmapLookup characters;
  private final double unitsPerEm;

  private GlyphOutlines(TrueTypeFont font) throws IOException {
    this.font = font;
    this.characters = font.getUnicodeCmapLookup();
    this.unitsPerEm = font.getUnitsPerEm();
  }

  static GlyphOutlines load() {
    try (InputStream in = GlyphOutlines.class.getResourceAsStream(FONT)) {
      if (in == null) {
        throw new IllegalStateException(FONT + " is not on the classpath");
      }
      return new GlyphOutlines(new TTFParser().parse(new RandomAccessReadBuffer(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(FONT + " cannot be read", e);
    }
  }

  /**
   * The outlines of a text whose base line starts at a point.
   *
   * @param size of the font
   */
  Shape of(String text, double size, double x, double y) {
    double scale = size / unitsPerEm;
    Path2D outlines = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double at = x;
    for (int character : text.codePoints().toArray()) {
      int glyph = characters.getGlyphId(character);
      AffineTransform place = new AffineTransform(scale, 0, 0, -scale, at, y);
      outlines.append(path(glyph).getPathIterator(place), false);
      at += advance(glyph) * scale;
    }
    return outlines;
  }

  /** The width of a text. */
  double width(String text, double size) {
    return text.codePoints().map(characters::getGlyphId).mapToDouble(this::advance).sum()
        * size
        / unitsPerEm;
  }

  private GeneralPath path(int glyph) {
    try {
      GlyphData data = font.getGlyph().getGlyph(glyph);
      return data == null ? new GeneralPath() : data.getPath();
    } catch (IOException e) {
      throw new UncheckedIOException(FONT + " has a broken glyph", e);
    }
  }

  private double advance(int glyph) {
    try {
      return font.getAdvanceWidth(glyph);
    } catch (IOException e) {
      throw new UncheckedIOException(FONT + " has no widths", e);
    }
  }
}
