package dev.poolkeeper.processors.finding;

import static java.util.Objects.requireNonNull;

/**
 * A pattern for names with slashes in them. Case matters, and the whole text has to fit.
 *
 * <p>{@code *} stands for any number of characters but {@code /}, {@code **} for any number of any
 * characters, {@code ?} for one character but {@code /}; everything else stands for itself. So
 * {@code tank/k8s/**} fits all that lies below {@code tank/k8s}, not {@code tank/k8s} itself.
 * Matching takes time in proportion to pattern times text, whatever the pattern.
 */
public record Glob(String pattern) {

  public Glob {
    requireNonNull(pattern, "pattern");
    if (pattern.isEmpty()) {
      throw new IllegalArgumentException("an empty pattern fits nothing");
    }
  }

  public boolean matches(String text) {
    boolean[] reached = new boolean[pattern.length() + 1];
    reached[0] = true;
    skipStars(reached);
    for (int at = 0; at < text.length(); at++) {
      reached = after(text.charAt(at), reached);
    }
    return reached[pattern.length()];
  }

  /** Which places of the pattern are reached when one more character was read. */
  private boolean[] after(char character, boolean[] before) {
    boolean[] reached = new boolean[before.length];
    for (int at = 0; at < pattern.length(); at++) {
      if (before[at] && takes(at, character)) {
        reached[star(at) ? at : at + 1] = true;
      }
    }
    skipStars(reached);
    return reached;
  }

  private boolean takes(int at, char character) {
    return switch (pattern.charAt(at)) {
      case '*' -> character != '/' || doubled(at);
      case '?' -> character != '/';
      default -> pattern.charAt(at) == character;
    };
  }

  /** A star may also stand for nothing. */
  private void skipStars(boolean[] reached) {
    for (int at = 0; at < pattern.length(); at++) {
      if (reached[at] && star(at)) {
        reached[at + 1] = true;
      }
    }
  }

  private boolean star(int at) {
    return pattern.charAt(at) == '*';
  }

  /** Whether this star follows another, which then stands for nothing. */
  private boolean doubled(int at) {
    return at > 0 && star(at - 1);
  }

  @Override
  public String toString() {
    return pattern;
  }
}
