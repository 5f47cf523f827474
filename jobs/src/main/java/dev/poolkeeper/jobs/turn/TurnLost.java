package dev.poolkeeper.jobs.turn;

/** A run may not go on: another may be at it by now. It writes nothing more of its own. */
public final class TurnLost extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TurnLost(String message) {
    super(message);
  }
}
