package dev.poolkeeper.tests.simulator;

import java.time.Duration;

/**
 * How long the appliance's waits take.
 *
 * @param loginWindow in which at most 20 logins of a kind are accepted
 * @param refusedLogin before a failed or a too frequent login is answered
 * @param proxyTimeout until the proxy in front gives up where a fault asks for that
 * @param idleTimeout of a WebSocket without any frame, a ping included, until it is cut
 */
public record Pace(
    Duration loginWindow, Duration refusedLogin, Duration proxyTimeout, Duration idleTimeout) {

  private static final Duration USUAL_IDLE = Duration.ofSeconds(60);

  /** Other waits, and the appliance's own patience with silent connections. */
  public Pace(Duration loginWindow, Duration refusedLogin, Duration proxyTimeout) {
    this(loginWindow, refusedLogin, proxyTimeout, USUAL_IDLE);
  }

  /** As long as on an appliance. */
  public static Pace real() {
    return new Pace(Duration.ofSeconds(60), Duration.ofSeconds(1), Duration.ofSeconds(60));
  }

  /** For tests: waits that are noticed, but not long. */
  public static Pace quick() {
    return new Pace(Duration.ofSeconds(1), Duration.ofMillis(20), Duration.ofSeconds(1));
  }
}
