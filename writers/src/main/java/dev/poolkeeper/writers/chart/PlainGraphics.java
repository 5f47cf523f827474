package dev.poolkeeper.writers.chart;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All of {@link Graphics2D} that is the same for any vector surface: state, and every figure as a
 * shape. Pictures, glyphs and styled text have no place on a chart and are refused.
 */
abstract class PlainGraphics extends Graphics2D {

  private final RenderingHints hints = new RenderingHints(Map.of());
  private Paint paint = Tone.INK;
  private Color background = Tone.NONE;
  private Stroke stroke = new BasicStroke(1);
  private Composite composite = AlphaComposite.SrcOver;
  private Font font = new PageFont(11, PageFont.Anchor.START);

  private static UnsupportedOperationException refused(String what) {
    return new UnsupportedOperationException("A chart draws no " + what);
  }

  @Override
  public Paint getPaint() {
    return paint;
  }

  @Override
  public void setPaint(Paint other) {
    paint = other;
  }

  @Override
  public Color getColor() {
    return paint instanceof Color color ? color : Tone.INK;
  }

  @Override
  public void setColor(Color color) {
    paint = color;
  }

  @Override
  public Color getBackground() {
    return background;
  }

  @Override
  public void setBackground(Color color) {
    background = color;
  }

  @Override
  public Stroke getStroke() {
    return stroke;
  }

  @Override
  public void setStroke(Stroke other) {
    stroke = other;
  }

  @Override
  public Composite getComposite() {
    return composite;
  }

  @Override
  public void setComposite(Composite other) {
    composite = other;
  }

  @Override
  public Font getFont() {
    return font;
  }

  @Override
  public void setFont(Font other) {
    font = other;
  }

  @Override
  public @Nullable Object getRenderingHint(RenderingHints.Key key) {
    return hints.get(key);
  }

  @Override
  public void setRenderingHint(RenderingHints.Key key, Object value) {
    hints.put(key, value);
  }

  @Override
  public RenderingHints getRenderingHints() {
    return (RenderingHints) hints.clone();
  }

  @Override
  public void setRenderingHints(Map<?, ?> other) {
    hints.clear();
    hints.putAll(other);
  }

  @Override
  public void addRenderingHints(Map<?, ?> more) {
    hints.putAll(more);
  }

  @Override
  public void translate(int x, int y) {
    translate((double) x, (double) y);
  }

  @Override
  public void translate(double x, double y) {
    transform(AffineTransform.getTranslateInstance(x, y));
  }

  @Override
  public void rotate(double angle) {
    transform(AffineTransform.getRotateInstance(angle));
  }

  @Override
  public void rotate(double angle, double x, double y) {
    transform(AffineTransform.getRotateInstance(angle, x, y));
  }

  @Override
  public void scale(double x, double y) {
    transform(AffineTransform.getScaleInstance(x, y));
  }

  @Override
  public void shear(double x, double y) {
    transform(AffineTransform.getShearInstance(x, y));
  }

  @Override
  public void clipRect(int x, int y, int width, int height) {
    clip(new Rectangle(x, y, width, height));
  }

  @Override
  public void setClip(int x, int y, int width, int height) {
    setClip(new Rectangle(x, y, width, height));
  }

  @Override
  public boolean hit(Rectangle rectangle, Shape shape, boolean onStroke) {
    return shape.intersects(rectangle);
  }

  @Override
  public void drawLine(int x1, int y1, int x2, int y2) {
    draw(new Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public void fillRect(int x, int y, int width, int height) {
    fill(new Rectangle2D.Double(x, y, width, height));
  }

  @Override
  public void clearRect(int x, int y, int width, int height) {
    Paint before = paint;
    setPaint(background);
    fillRect(x, y, width, height);
    setPaint(before);
  }

  @Override
  public void drawRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
    draw(new RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
  }

  @Override
  public void fillRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
    fill(new RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
  }

  @Override
  public void drawOval(int x, int y, int width, int height) {
    draw(new Ellipse2D.Double(x, y, width, height));
  }

  @Override
  public void fillOval(int x, int y, int width, int height) {
    fill(new Ellipse2D.Double(x, y, width, height));
  }

  @Override
  public void drawArc(int x, int y, int width, int height, int start, int extent) {
    draw(new Arc2D.Double(x, y, width, height, start, extent, Arc2D.OPEN));
  }

  @Override
  public void fillArc(int x, int y, int width, int height, int start, int extent) {
    fill(new Arc2D.Double(x, y, width, height, start, extent, Arc2D.PIE));
  }

  @Override
  public void drawPolyline(int[] x, int[] y, int points) {
    for (int i = 1; i < points; i++) {
      drawLine(x[i - 1], y[i - 1], x[i], y[i]);
    }
  }

  @Override
  public void drawPolygon(int[] x, int[] y, int points) {
    draw(new java.awt.Polygon(x, y, points));
  }

  @Override
  public void fillPolygon(int[] x, int[] y, int points) {
    fill(new java.awt.Polygon(x, y, points));
  }

  @Override
  public void drawString(String text, int x, int y) {
    drawString(text, (float) x, (float) y);
  }

  @Override
  public void drawString(AttributedCharacterIterator text, int x, int y) {
    throw refused("styled text");
  }

  @Override
  public void drawString(AttributedCharacterIterator text, float x, float y) {
    throw refused("styled text");
  }

  @Override
  public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
    throw refused("glyphs");
  }

  @Override
  public boolean drawImage(Image image, AffineTransform to, @Nullable ImageObserver observer) {
    throw refused("images");
  }

  @Override
  public void drawImage(BufferedImage image, BufferedImageOp change, int x, int y) {
    throw refused("images");
  }

  @Override
  public void drawRenderedImage(RenderedImage image, AffineTransform to) {
    throw refused("images");
  }

  @Override
  public void drawRenderableImage(RenderableImage image, AffineTransform to) {
    throw refused("images");
  }

  @Override
  public boolean drawImage(Image image, int x, int y, @Nullable ImageObserver observer) {
    throw refused("images");
  }

  @Override
  public boolean drawImage(
      Image image, int x, int y, int width, int height, @Nullable ImageObserver observer) {
    throw refused("images");
  }

  @Override
  public boolean drawImage(
      Image image, int x, int y, Color ground, @Nullable ImageObserver observer) {
    throw refused("images");
  }

  @Override
  public boolean drawImage(
      Image image,
      int x,
      int y,
      int width,
      int height,
      Color ground,
      @Nullable ImageObserver observer) {
    throw refused("images");
  }

  @Override
  public boolean drawImage(
      Image image,
      int dx1,
      int dy1,
      int dx2,
      int dy2,
      int sx1,
      int sy1,
      int sx2,
      int sy2,
      @Nullable ImageObserver observer) {
    throw refused("images");
  }

  @Override
  public boolean drawImage(
      Image image,
      int dx1,
      int dy1,
      int dx2,
      int dy2,
      int sx1,
      int sy1,
      int sx2,
      int sy2,
      Color ground,
      @Nullable ImageObserver observer) {
    throw refused("images");
  }

  @Override
  public FontMetrics getFontMetrics(Font font) {
    if (font instanceof PageFont page) {
      return new PageFontMetrics(page);
    }
    throw new IllegalStateException("A chart asks for the measures of " + font);
  }

  @Override
  public FontRenderContext getFontRenderContext() {
    return new FontRenderContext(
        new AffineTransform(),
        RenderingHints.VALUE_TEXT_ANTIALIAS_ON,
        RenderingHints.VALUE_FRACTIONALMETRICS_ON);
  }

  /** The same surface: what is drawn on it lands here. */
  @Override
  public Graphics create() {
    return this;
  }

  @Override
  public GraphicsConfiguration getDeviceConfiguration() {
    throw refused("device");
  }

  @Override
  public void setPaintMode() {
    composite = AlphaComposite.SrcOver;
  }

  @Override
  public void setXORMode(Color color) {
    throw refused("inverted colours");
  }

  @Override
  public void copyArea(int x, int y, int width, int height, int dx, int dy) {
    throw refused("copies");
  }

  @Override
  public void dispose() {}
}
