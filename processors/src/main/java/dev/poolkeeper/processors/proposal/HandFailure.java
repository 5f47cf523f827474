package dev.poolkeeper.processors.proposal;

/** A step, or a question before it, that did not go through; the message says what was seen. */
public final class HandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is known of the system after the failure. */
  public enum Kind {
    /** It refused; nothing was changed. */
    REFUSED,
    /** The credentials may not do this. */
    NOT_ALLOWED,
    /** It was not reached, or said nothing usable; nothing was changed. */
    UNAVAILABLE,
    /** The connection broke after the call was sent: it may have been done. */
    UNKNOWN
  }

  private final Kind kind;

  public HandFailure(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public HandFailure(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
