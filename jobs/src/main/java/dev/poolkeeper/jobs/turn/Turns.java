package dev.poolkeeper.jobs.turn;

import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.ledger.RunLock;
import dev.poolkeeper.writers.kubernetes.LeasePort;
import dev.poolkeeper.writers.kubernetes.LeaseTime;
import io.micrometer.observation.ObservationRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Lets one run at a time at a ledger, and at a Kubernetes Lease where one is configured.
 *
 * <p>The ledger's lock comes first: it knows at once whether another has it. Steps ask before they
 * begin whether both are still held.
 */
public final class Turns {

  /**
   * A Lease and how it is held.
   *
   * @param open asks nothing yet
   */
  public record Lease(Supplier<LeasePort> open, Duration duration, LeaseTime time) {}

  private final DataSource dataSource;
  private final Optional<Lease> lease;
  private final StopSignal stop;
  private volatile @Nullable Turn current;

  public Turns(DataSource dataSource, Optional<Lease> lease, StopSignal stop) {
    this.dataSource = dataSource;
    this.lease = lease;
    this.stop = stop;
  }

  /**
   * As the configuration says, until a signal stops this process.
   *
   * @param observations who is told of every call for the Lease
   */
  public static Turns of(
      DataSource dataSource,
      Configuration configuration,
      Clock clock,
      ObservationRegistry observations) {
    return new Turns(
        dataSource,
        configuration
            .lease()
            .map(
                settings ->
                    new Lease(
                        () -> ConfiguredLease.open(settings, clock, observations),
                        settings.duration(),
                        new RealTime(clock))),
        StopSignal.ofProcess());
  }

  /**
   * Takes what there is to take.
   *
   * @throws dev.poolkeeper.jobs.ledger.AlreadyRunning when another is at it
   * @throws LeaseUnavailable when the Lease could not be asked for
   */
  public Turn take(String job) throws SQLException {
    Runner runner = Runner.of(job);
    RunLock lock = RunLock.take(dataSource, runner.words());
    try {
      Turn turn =
          new Turn(
              lock,
              lease.map(
                  one ->
                      HeldLease.take(
                          one.open().get(), runner.holder(), one.duration(), one.time())),
              () -> current = null);
      current = turn;
      stop.begun(turn);
      return turn;
    } catch (RuntimeException failed) {
      lock.close();
      throw failed;
    }
  }

  /**
   * Asks whether the run that is on may go on.
   *
   * @throws TurnLost when it may not
   * @throws RunStopped when somebody asked it to stop
   */
  public void check() {
    if (stop.asked()) {
      throw new RunStopped();
    }
    Turn turn = current;
    if (turn != null) {
      turn.check();
    }
  }

  /** Whether somebody asked this run to stop. */
  public boolean stopped() {
    return stop.asked();
  }

  /** Does what must not be left half done, whoever asks to stop meanwhile. */
  public <T> T whole(Supplier<T> act) {
    Turn turn = current;
    return turn == null ? act.get() : turn.whole(act);
  }
}
