package dev.poolkeeper.writers.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Marks by which tickets, comments and plans are known again: short, plain, the same every time.
 */
public final class Marks {

  private static final int DIGITS = 16;

  private Marks() {}

  /**
   * Of a matter.
   *
   * @param instance which poolkeeper, where several use one project
   * @param demo matters of a demo are never those of the world
   */
  public static String ofTopic(String instance, boolean demo, String topic) {
    return "pk-" + digits((demo ? "demo\n" : "") + instance + "\n" + topic);
  }

  /** Of one delivery: within what it left on the other side. */
  public static String ofDelivery(String key) {
    return "pkd-" + digits(key);
  }

  /** Of a plan, by its hash. */
  public static String ofPlan(String hash) {
    return "pk-plan-" + hash.substring(0, Math.min(DIGITS, hash.length()));
  }

  private static String digits(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
