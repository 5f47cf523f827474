package dev.poolkeeper.writers.chart;

import java.awt.Color;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A colour with a name. The name becomes a CSS class, so that a page chooses the colour by its
 * scheme; the colour itself is what is shown where there is no such style.
 */
final class Tone extends Color {

  private static final long serialVersionUID = 1L;

  static final Tone NONE = new Tone("", 0xffffff, 0);
  static final Tone INK = new Tone("ink", 0x1a222c, 255);
  static final Tone MUTED = new Tone("muted", 0x525d6b, 255);
  static final Tone GRID = new Tone("grid", 0xd9dee5, 255);
  static final Tone MEASURED = new Tone("measured", 0x1a222c, 255);
  static final Tone REBUILT = new Tone("rebuilt", 0x525d6b, 255);
  static final Tone EXPECTED = new Tone("expected", 0x1a5596, 255);
  static final Tone BAND_80 = new Tone("band80", 0xa9c3df, 255);
  static final Tone BAND_95 = new Tone("band95", 0xd8e4f0, 255);
  static final Tone USUAL = new Tone("usual", 0xd8e4f0, 255);
  static final Tone CAPACITY = new Tone("capacity", 0xa31616, 255);
  static final Tone CRITICAL = new Tone("critical", 0xa31616, 255);
  static final Tone WARNING = new Tone("warning", 0x7f4700, 255);
  static final Tone ALARM = new Tone("alarm", 0xa31616, 255);

  private final String name;

  private Tone(String name, int rgb, int alpha) {
    super((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255, alpha);
    this.name = name;
  }

  /** Name of the CSS class. */
  String word() {
    return name;
  }

  /** The colour as {@code #rrggbb}. */
  String hex() {
    return "#%06x".formatted(getRGB() & 0xffffff);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Tone tone && tone.name.equals(name) && super.equals(other);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, super.hashCode());
  }
}
