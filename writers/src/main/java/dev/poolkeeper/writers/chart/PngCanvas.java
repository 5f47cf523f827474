package dev.poolkeeper.writers.chart;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * A surface to draw on that makes a PNG, for those who cannot show SVG. White behind, so that it
 * can be read on any page.
 */
final class PngCanvas extends PlainGraphics {

  private final BufferedImage picture;
  private final Graphics2D surface;
  private final GlyphOutlines glyphs;

  /**
   * @param scale pixels of the picture per unit of the drawing
   */
  PngCanvas(int width, int height, int scale, GlyphOutlines glyphs) {
    this.picture = new BufferedImage(width * scale, height * scale, BufferedImage.TYPE_INT_RGB);
    this.surface = picture.createGraphics();
    this.glyphs = glyphs;
    surface.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    surface.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    surface.setColor(java.awt.Color.WHITE);
    surface.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    surface.scale(scale, scale);
  }

  /** What was drawn so far. */
  byte[] png() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      // a cache on disk would be one more thing that can fail
      ImageIO.setUseCache(false);
      ImageIO.write(picture, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private boolean visible() {
    return getPaint() instanceof Tone tone && tone.getAlpha() > 0;
  }

  @Override
  public void draw(Shape shape) {
    if (visible()) {
      surface.setPaint(getPaint());
      surface.setStroke(getStroke());
      surface.draw(shape);
    }
  }

  @Override
  public void fill(Shape shape) {
    if (visible()) {
      surface.setPaint(getPaint());
      surface.fill(shape);
    }
  }

  /** The text stays at its anchor, though its true width is another than was thought. */
  @Override
  public void drawString(String text, float x, float y) {
    if (!(getFont() instanceof PageFont font)) {
      throw new IllegalStateException("Text of a chart is not in the page's font: " + getFont());
    }
    double anchored = x + font.width(text) * font.anchor().share();
    double start = anchored - glyphs.width(text, font.getSize()) * font.anchor().share();
    fill(glyphs.of(text, font.getSize(), start, y));
  }

  @Override
  public void clip(@Nullable Shape shape) {
    surface.clip(shape);
  }

  @Override
  public void setClip(@Nullable Shape shape) {
    surface.setClip(shape);
  }

  @Override
  public @Nullable Shape getClip() {
    return surface.getClip();
  }

  @Override
  public @Nullable Rectangle getClipBounds() {
    return surface.getClipBounds();
  }

  @Override
  public void transform(AffineTransform more) {
    surface.transform(more);
  }

  @Override
  public void setTransform(AffineTransform other) {
    surface.setTransform(other);
  }

  @Override
  public AffineTransform getTransform() {
    return surface.getTransform();
  }
}
