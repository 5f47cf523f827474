package dev.poolkeeper.jobs.turn;

import dev.poolkeeper.jobs.ledger.AlreadyRunning;
import dev.poolkeeper.processors.proposal.HandFailure;
import dev.poolkeeper.writers.kubernetes.ClusterLease;
import dev.poolkeeper.writers.kubernetes.LeaseHold;
import dev.poolkeeper.writers.kubernetes.LeasePort;
import dev.poolkeeper.writers.kubernetes.LeaseTime;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Kubernetes Lease that a thread renews until it is closed. */
final class HeldLease implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HeldLease.class);
  private static final int RENEWALS_PER_DURATION = 3;

  private final LeasePort port;
  private final LeaseHold hold;
  private final ScheduledExecutorService renewing;
  private final ScheduledFuture<?> renewal;

  private HeldLease(LeasePort port, LeaseHold hold, Duration duration) {
    this.port = port;
    this.hold = hold;
    this.renewing =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "lease");
              thread.setDaemon(true);
              return thread;
            });
    long pause = duration.dividedBy(RENEWALS_PER_DURATION).toMillis();
    this.renewal =
        renewing.scheduleWithFixedDelay(this::renew, pause, pause, TimeUnit.MILLISECONDS);
  }

  /**
   * @throws AlreadyRunning when another holds it
   * @throws LeaseUnavailable when it could not be asked for
   */
  static HeldLease take(LeasePort port, String holder, Duration duration, LeaseTime time) {
    try {
      ClusterLease.Outcome outcome = new ClusterLease(port, holder, duration, time).take();
      if (outcome instanceof ClusterLease.Outcome.Taken taken) {
        LOG.info("lease={} status=taken holder={}", port.name(), holder);
        return new HeldLease(port, taken.hold(), duration);
      }
      ClusterLease.Outcome.Held held = (ClusterLease.Outcome.Held) outcome;
      throw AlreadyRunning.onLease(port.name(), held.by().holder(), held.by().acquired());
    } catch (HandFailure failure) {
      LeaseUnavailable unavailable = new LeaseUnavailable(port.name(), failure);
      port.close();
      throw unavailable;
    } catch (RuntimeException failed) {
      port.close();
      throw failed;
    }
  }

  /** Whatever happens, the thread goes on: what was thrown once is not thrown for good. */
  private void renew() {
    try {
      hold.renew().ifPresent(why -> LOG.warn("lease={} status=not-renewed {}", port.name(), why));
    } catch (RuntimeException unforeseen) {
      LOG.warn("lease={} status=not-renewed {}", port.name(), unforeseen.toString());
    }
  }

  /** Why it is not ours any more, or may not be; empty while it certainly is. */
  Optional<String> missing() {
    return hold.missing().map(why -> "the Kubernetes Lease " + port.name() + " is lost: " + why);
  }

  @Override
  public void close() {
    renewal.cancel(false);
    renewing.shutdown();
    hold.release().ifPresent(why -> LOG.warn("lease={} status=not-released {}", port.name(), why));
    port.close();
  }
}
