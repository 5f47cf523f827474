package dev.poolkeeper.processors.proposal;

/** A wish that a proposal cannot grant in the state it is in; the message says why. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Refused(String message) {
    super(message);
  }
}
