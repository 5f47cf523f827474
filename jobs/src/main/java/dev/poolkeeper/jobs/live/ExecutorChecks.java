package dev.poolkeeper.jobs.live;

import dev.poolkeeper.jobs.configuration.LiveSettings;
import dev.poolkeeper.readers.kubernetes.live.ClusterAccess;
import dev.poolkeeper.readers.kubernetes.live.ClusterExecutorCheck;
import dev.poolkeeper.readers.source.CheckLine;
import dev.poolkeeper.readers.source.CheckLine.Outcome;
import dev.poolkeeper.readers.source.Retry;
import dev.poolkeeper.readers.truenas.live.NasAccess;
import dev.poolkeeper.readers.truenas.live.NasExecutorCheck;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Tries the credentials of every executor, side by side; none of them acts. */
public final class ExecutorChecks {

  private static final String WHAT = "executor";

  private final LiveSettings settings;
  private final Clock clock;

  public ExecutorChecks(LiveSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** One line for each cluster and NAS that has an executor, in the order of the configuration. */
  public List<CheckLine> lines() {
    List<String> sources =
        LiveEstate.estate(settings, clock.instant()).sources().stream()
            .filter(settings.executors()::has)
            .toList();
    return SideBySide.each(sources, this::line);
  }

  private CheckLine line(String source) {
    Optional<NasAccess> nas = Optional.ofNullable(settings.executors().nas().get(source));
    Optional<ClusterAccess> cluster =
        Optional.ofNullable(settings.executors().clusters().get(source));
    return nas.map(access -> tried(source, () -> NasExecutorCheck.of(access)))
        .or(() -> cluster.map(access -> tried(source, () -> check(access))))
        .orElseGet(() -> CheckLine.skipped(source, WHAT, "none is configured"));
  }

  private CheckLine check(ClusterAccess access) {
    Retry retry = new Retry(ExecutorHands.ATTEMPTS, ExecutorHands.FIRST_PAUSE);
    return ClusterExecutorCheck.of(access, retry, clock);
  }

  private static CheckLine tried(String source, Supplier<CheckLine> check) {
    try {
      return check.get();
    } catch (RuntimeException unforeseen) {
      return new CheckLine(
          source,
          WHAT,
          Outcome.FAILED,
          "the check itself failed: " + unforeseen,
          "run it with POOLKEEPER_DEBUG=1 and report what it prints");
    }
  }
}
