package dev.poolkeeper.tests.simulator;

import java.time.Duration;

/**
 * How long the appliance's waits take.
 *
 * @param loginWindow in which at most 20 logins of a kind are accepted
 * @param refusedLogin before a failed or a too frequent login is answered
 * @param proxyTimeout of silence, after which the proxy in front gives up
 */
public record Pace(Duration loginWindow, Duration refusedLogin, Duration proxyTimeout) {

  /** As long as on an appliance. */
  public static Pace real() {
    return new Pace(Duration.ofSeconds(60), Duration.ofSeconds(1), Duration.ofSeconds(60));
  }

  /** For tests: waits that are noticed, but not long. */
  public static Pace quick() {
    return new Pace(Duration.ofSeconds(1), Duration.ofMillis(20), Duration.ofSeconds(1));
  }
}
