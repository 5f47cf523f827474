package dev.poolkeeper.writers.text;

import java.util.OptionalDouble;

/** Writes by how much bytes changed: always with a sign. */
public final class ChangeText {

  private ChangeText() {}

  /** {@code +1.5 GiB}, {@code −3 MiB} with a real minus, {@code ±0}. */
  public static String of(long bytes) {
    if (bytes == 0) {
      return "±0";
    }
    String text = ByteText.of(bytes);
    return bytes > 0 ? "+" + text : "−" + text.substring(1);
  }

  /** The same per day; {@code unknown} when it is not known. */
  public static String perDay(OptionalDouble bytes) {
    return bytes.isPresent() ? of(Math.round(bytes.getAsDouble())) + " a day" : ByteText.UNKNOWN;
  }
}
