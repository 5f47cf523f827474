package dev.poolkeeper.writers.text;

import dev.poolkeeper.processors.space.BinaryBytes;
import java.util.OptionalLong;

/** Writes bytes in binary units, as people read them, and what is not known of them. */
public final class ByteText {

  /** What stands where a number is not known. */
  public static final String UNKNOWN = "unknown";

  private static final String NONE = "–";

  private ByteText() {}

  public static String of(OptionalLong bytes) {
    return bytes.isPresent() ? of(bytes.getAsLong()) : UNKNOWN;
  }

  /**
   * Space that would be freed: nothing to free is a dash, because a row of zeros hides the rest.
   */
  public static String freed(OptionalLong bytes) {
    return bytes.isPresent() && bytes.getAsLong() == 0 ? NONE : of(bytes);
  }

  /** A figure of which only bounds are known, either or both: {@code 1 GiB to 3 GiB}. */
  public static String between(OptionalLong atLeast, OptionalLong atMost) {
    if (atLeast.isPresent() && atMost.isPresent()) {
      return atLeast.equals(atMost) ? of(atMost) : of(atLeast) + " to " + of(atMost);
    }
    if (atLeast.isPresent()) {
      return "at least " + of(atLeast);
    }
    return atMost.isPresent() ? "at most " + of(atMost) : UNKNOWN;
  }

  /**
   * @param bytes any long; negative ones have a real minus
   */
  public static String of(long bytes) {
    String text = BinaryBytes.text(bytes);
    return bytes < 0 ? text.replace('-', '−') : text;
  }
}
