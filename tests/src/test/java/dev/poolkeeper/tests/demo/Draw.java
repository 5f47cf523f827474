package dev.poolkeeper.tests.demo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Chance without a random generator: the same key always draws the same value, whatever was drawn
 * before.
 */
final class Draw {
  private static final String SEED = "poolkeeper demo estate 1/";

  private Draw() {}

  static String uid(String key) {
    ByteBuffer bytes = ByteBuffer.wrap(digest(key));
    long high = (bytes.getLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L;
    long low = (bytes.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  static String hex(String key) {
    return HexFormat.of().formatHex(digest(key));
  }

  /** Evenly between 0 (inclusive) and 1 (exclusive). */
  static double ratio(String key) {
    return (ByteBuffer.wrap(digest(key)).getLong() >>> 11) * 0x1.0p-53;
  }

  /** Evenly between two numbers, the higher exclusive. */
  static long between(String key, long lowest, long limit) {
    return lowest + (long) (ratio(key) * (limit - lowest));
  }

  private static byte[] digest(String key) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((SEED + key).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
