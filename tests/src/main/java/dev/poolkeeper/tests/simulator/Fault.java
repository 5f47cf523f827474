package dev.poolkeeper.tests.simulator;

import java.time.Duration;
import java.util.List;

/** Something that goes wrong with one answer. */
public record Fault(Kind kind, Duration delay, int status, String text) {

  enum Kind {
    DROP_BEFORE,
    DROP_MIDWAY,
    STALL,
    GARBAGE,
    CUT_SHORT,
    HALF_LIST,
    EMPTY_LIST,
    HTML,
    SILENCE,
    STATUS,
    ERROR,
    MISSING,
    PRETEND
  }

  private static final Duration FOREVER = Duration.ofDays(365);

  /** The connection is cut instead of an answer. */
  public static Fault dropBefore() {
    return of(Kind.DROP_BEFORE);
  }

  /** The connection is cut in the middle of the answer, of the frame where there are frames. */
  public static Fault dropMidway() {
    return of(Kind.DROP_MIDWAY);
  }

  /** The answer never comes. */
  public static Fault stall() {
    return slow(FOREVER);
  }

  /** The answer comes late, but well. */
  public static Fault slow(Duration delay) {
    return new Fault(Kind.STALL, delay, 0, "");
  }

  /** Bytes that are no JSON. */
  public static Fault garbage() {
    return of(Kind.GARBAGE);
  }

  /** The answer ends in the middle of a list, in a complete frame or body; then the end. */
  public static Fault cutShort() {
    return of(Kind.CUT_SHORT);
  }

  /** Well-formed JSON with half of the rows: nothing but a comparison can notice. */
  public static Fault halfList() {
    return of(Kind.HALF_LIST);
  }

  /** Well-formed JSON without rows. */
  public static Fault emptyList() {
    return of(Kind.EMPTY_LIST);
  }

  /** A page of a proxy, such as 502, or 200 with a login form. */
  public static Fault html(int status) {
    return new Fault(Kind.HTML, Duration.ZERO, status, "");
  }

  /** The proxy gives up after its time-out: 504 over HTTP, a cut connection over WebSocket. */
  public static Fault silence() {
    return of(Kind.SILENCE);
  }

  /** A plain HTTP status, such as 401, 403 or 500; over WebSocket the error nearest to it. */
  public static Fault status(int status) {
    return new Fault(Kind.STATUS, Duration.ZERO, status, "");
  }

  /** 429 or 503 with a Retry-After. */
  public static Fault retryAfter(int status, int seconds) {
    return new Fault(Kind.STATUS, Duration.ofSeconds(seconds), status, "");
  }

  /** A failed call, such as EFAULT. */
  public static Fault error(String errname, String reason) {
    return new Fault(Kind.ERROR, Duration.ZERO, 0, errname + " " + reason);
  }

  /** As if this release had no such method or kind. */
  public static Fault missing() {
    return of(Kind.MISSING);
  }

  /** It says that it did what it was asked to do, and did not. */
  public static Fault pretend() {
    return answering("true");
  }

  /** It does not do what it was asked to do, and answers with this JSON. */
  public static Fault answering(String json) {
    return new Fault(Kind.PRETEND, Duration.ZERO, 0, json);
  }

  /** One of each kind that makes an answer unusable or incomplete. */
  public static List<Fault> all() {
    return List.of(
        dropBefore(),
        dropMidway(),
        stall(),
        garbage(),
        cutShort(),
        halfList(),
        emptyList(),
        html(502),
        html(200),
        silence(),
        status(401),
        status(403),
        status(500),
        retryAfter(429, 1),
        retryAfter(503, 1),
        error("EFAULT", "something broke"),
        missing());
  }

  /** The fault of a name as people write it, such as drop-midway or html-502. */
  static Fault named(String name) {
    return switch (name) {
      case "drop-before" -> dropBefore();
      case "drop-midway" -> dropMidway();
      case "stall" -> stall();
      case "garbage" -> garbage();
      case "cut-short" -> cutShort();
      case "half-list" -> halfList();
      case "empty-list" -> emptyList();
      case "silence" -> silence();
      case "error" -> error("EFAULT", "something broke");
      case "missing" -> missing();
      default -> ofStatus(name);
    };
  }

  private static Fault ofStatus(String name) {
    if (name.matches("html-\\d{3}")) {
      return html(Integer.parseInt(name.substring("html-".length())));
    }
    if (name.matches("429|503")) {
      return retryAfter(Integer.parseInt(name), 1);
    }
    if (name.matches("\\d{3}")) {
      return status(Integer.parseInt(name));
    }
    throw new IllegalArgumentException(
        "no fault "
            + name
            + "; there are drop-before, drop-midway, stall, garbage, cut-short, half-list,"
            + " empty-list, silence, error, missing, html-NNN and a status such as 403");
  }

  private static Fault of(Kind kind) {
    return new Fault(kind, Duration.ZERO, 0, "");
  }

  boolean isForever() {
    return delay.equals(FOREVER);
  }

  String errname() {
    return text.substring(0, text.indexOf(' '));
  }

  String reason() {
    return text.substring(text.indexOf(' ') + 1);
  }
}
