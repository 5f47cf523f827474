package dev.poolkeeper.jobs.configuration;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.writers.http.HttpPlace;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is to notice that runs happen: {@code poolkeeper.ping} and {@code poolkeeper.tracing}.
 *
 * @param ping what is called when a run begins and ends; empty: nothing
 * @param tracing what is told how long everything took; empty: nothing
 */
public record SignalSettings(Optional<Ping> ping, Optional<Tracing> tracing) {

  /** Nobody. */
  public static final SignalSettings NONE = new SignalSettings(Optional.empty(), Optional.empty());

  /**
   * A dead-man's switch: it raises an alarm when it is not called in time.
   *
   * @param start whether it is called when a run begins, too
   * @param jobs of which jobs
   */
  public record Ping(HttpPlace place, boolean start, Set<String> jobs) {

    public Ping {
      requireNonNull(place, "place");
      jobs = Set.copyOf(jobs);
    }
  }

  /**
   * A collector that speaks OTLP over HTTP.
   *
   * @param place the very endpoint for traces
   * @param authorization value of the header
   * @param resource attributes of whatever is sent
   */
  public record Tracing(
      HttpPlace place, Optional<String> authorization, Map<String, String> resource) {

    public Tracing {
      requireNonNull(place, "place");
      requireNonNull(authorization, "authorization");
      resource = Map.copyOf(resource);
    }
  }
}
