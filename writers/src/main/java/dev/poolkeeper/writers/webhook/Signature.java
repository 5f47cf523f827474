package dev.poolkeeper.writers.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what is sent, so that a receiver can tell who sent it, and when: HMAC-SHA256 over {@code
 * id.timestamp.body}. Source: Standard Webhooks specification, section "Signature scheme".
 */
final class Signature {

  private static final String BASE64 = "whsec_";
  private static final int ID_DIGITS = 32;

  private final byte[] secret;

  /**
   * @param secret {@code whsec_} and the key in Base64, or any text, whose UTF-8 bytes are the key
   */
  Signature(String secret) {
    this.secret =
        secret.startsWith(BASE64)
            ? Base64.getDecoder().decode(secret.substring(BASE64.length()))
            : secret.getBytes(StandardCharsets.UTF_8);
  }

  /** What a receiver remembers a message by: the same for the same key, and plain ASCII. */
  static String id(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return "msg_" + HexFormat.of().formatHex(digest).substring(0, ID_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** The value of {@code webhook-signature}. */
  String of(String id, Instant at, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      String signed = "%s.%d.%s".formatted(id, at.getEpochSecond(), body);
      return "v1,"
          + Base64.getEncoder()
              .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has HmacSHA256", e);
    }
  }
}
