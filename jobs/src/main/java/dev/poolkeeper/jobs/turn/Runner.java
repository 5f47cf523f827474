package dev.poolkeeper.jobs.turn;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.UUID;

/**
 * Who runs what, as others see it.
 *
 * @param job {@code nightly}
 * @param host the pod's name, or that of the machine
 */
public record Runner(String job, String host) {

  public static Runner of(String job) {
    return new Runner(
        job,
        Optional.ofNullable(System.getenv("HOSTNAME"))
            .filter(name -> !name.isBlank())
            .orElseGet(Runner::machine));
  }

  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "a machine without a name";
    }
  }

  /** For people and for PostgreSQL, {@code poolkeeper nightly on HOST}. */
  public String words() {
    return "poolkeeper %s on %s".formatted(job, host);
  }

  /** A name that no other run has, not even one of the same job on the same machine. */
  String holder() {
    return "%s_%s_%s".formatted(host, job, UUID.randomUUID().toString().substring(0, 8));
  }
}
