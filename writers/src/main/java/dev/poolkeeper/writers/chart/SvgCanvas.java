package dev.poolkeeper.writers.chart;

import java.awt.BasicStroke;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A surface to draw on that writes SVG. It knows what a chart needs: shapes, lines, text in a
 * {@link PageFont}, paint that is a {@link Tone}, clipping. What it draws is not a picture but
 * elements with classes, in the order in which they were drawn.
 */
final class SvgCanvas extends PlainGraphics {

  private final String prefix;
  private final StringBuilder body = new StringBuilder();
  private final Map<String, String> clips = new LinkedHashMap<>();
  private final AffineTransform transform = new AffineTransform();
  private @Nullable Shape clip;

  /**
   * @param prefix of every id, because all charts of a page share one space of names
   */
  SvgCanvas(String prefix) {
    this.prefix = prefix;
  }

  /** All that was drawn, as elements to stand inside an {@code svg}. */
  String elements() {
    StringBuilder all = new StringBuilder();
    clips.forEach(
        (path, id) ->
            all.append("<clipPath id=\"%s\"><path d=\"%s\"/></clipPath>".formatted(id, path)));
    return all.append(body).toString();
  }

  @Override
  public void draw(Shape shape) {
    Tone tone = tone();
    String path = SvgPath.of(shape, transform);
    if (!path.isEmpty() && tone.getAlpha() > 0) {
      body.append(
          "<path class=\"line %s\" fill=\"none\" stroke=\"%s\"%s%s d=\"%s\"/>"
              .formatted(tone.word(), tone.hex(), strokeWords(), clipWords(), path));
    }
  }

  @Override
  public void fill(Shape shape) {
    Tone tone = tone();
    String path = SvgPath.of(shape, transform);
    if (!path.isEmpty() && tone.getAlpha() > 0) {
      body.append(
          "<path class=\"area %s\" fill=\"%s\"%s d=\"%s\"/>"
              .formatted(tone.word(), tone.hex(), clipWords(), path));
    }
  }

  /** The text stays at its anchor, also in a font that is narrower than was thought. */
  @Override
  public void drawString(String text, float x, float y) {
    PageFont font = pageFont();
    double anchored = x + font.width(text) * font.anchor().share();
    body.append(
        "<text class=\"%s\" fill=\"%s\" font-size=\"%d\" text-anchor=\"%s\" x=\"%s\" y=\"%s\">%s</text>"
            .formatted(
                tone().word(),
                tone().hex(),
                font.getSize(),
                font.anchor().word(),
                SvgPath.number(anchored + transform.getTranslateX()),
                SvgPath.number(y + transform.getTranslateY()),
                Xml.text(text)));
  }

  private Tone tone() {
    return getPaint() instanceof Tone tone ? tone : Tone.NONE;
  }

  private PageFont pageFont() {
    if (getFont() instanceof PageFont font) {
      return font;
    }
    throw new IllegalStateException("Text of a chart is not in the page's font: " + getFont());
  }

  private String strokeWords() {
    if (!(getStroke() instanceof BasicStroke stroke)) {
      return "";
    }
    StringBuilder words = new StringBuilder();
    words.append(" stroke-width=\"%s\"".formatted(SvgPath.number(stroke.getLineWidth())));
    float[] dashes = stroke.getDashArray();
    if (dashes != null) {
      words.append(" stroke-dasharray=\"");
      for (int i = 0; i < dashes.length; i++) {
        words.append(i > 0 ? " " : "").append(SvgPath.number(dashes[i]));
      }
      words.append('"');
    }
    return words.toString();
  }

  private String clipWords() {
    if (clip == null) {
      return "";
    }
    String path = SvgPath.of(clip, new AffineTransform());
    String id = clips.computeIfAbsent(path, p -> "%s-clip%d".formatted(prefix, clips.size()));
    return " clip-path=\"url(#%s)\"".formatted(id);
  }

  @Override
  public void clip(@Nullable Shape shape) {
    if (shape == null) {
      clip = null;
    } else if (clip == null) {
      clip = transform.createTransformedShape(shape);
    } else {
      Area both = new Area(clip);
      both.intersect(new Area(transform.createTransformedShape(shape)));
      clip = both;
    }
  }

  @Override
  public void setClip(@Nullable Shape shape) {
    clip = shape == null ? null : transform.createTransformedShape(shape);
  }

  @Override
  public @Nullable Shape getClip() {
    return clip;
  }

  @Override
  public @Nullable Rectangle getClipBounds() {
    return clip == null ? null : clip.getBounds();
  }

  @Override
  public void transform(AffineTransform more) {
    transform.concatenate(more);
  }

  @Override
  public void setTransform(AffineTransform other) {
    transform.setTransform(other);
  }

  @Override
  public AffineTransform getTransform() {
    return new AffineTransform(transform);
  }
}
