package dev.poolkeeper.jobs.turn;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Somebody wants this process to end: a node that is drained (SIGTERM), or a person (Ctrl-C).
 *
 * <p>A run then stops before its next step, and the process ends when all has been said and given
 * back. A step that takes longer than {@link #LONGEST} is left as if it had been killed, but for
 * the Kubernetes Lease, which is given back first. An act on somebody's systems is never left: the
 * process waits for its end for as long as whoever sent the signal lets it.
 */
public final class StopSignal {

  /** Below the 30 s that Kubernetes waits before it kills. */
  public static final Duration LONGEST = Duration.ofSeconds(25);

  private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);
  private static final StopSignal PROCESS = new StopSignal(LONGEST);

  private final Duration longest;
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable Turn turn;

  StopSignal(Duration longest) {
    this.longest = longest;
  }

  /** That of this process, which has but one. */
  public static StopSignal ofProcess() {
    return PROCESS;
  }

  /** From now on a signal stops the run, and waits for {@link #ended()}. */
  public void listen() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
  }

  /** The command has come to its end, and said so. */
  public void ended() {
    ended.countDown();
  }

  public boolean asked() {
    return asked.getCount() == 0;
  }

  /**
   * Waits, but not longer than until somebody asks to stop.
   *
   * @throws InterruptedException when somebody did
   */
  public void pause(Duration length) throws InterruptedException {
    if (asked.await(length.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new InterruptedException("stopped by a signal while waiting");
    }
  }

  void begun(Turn taken) {
    turn = taken;
  }

  /** Returns when the process may end. */
  void stop() {
    asked.countDown();
    Turn running = turn;
    if (running == null || ended.getCount() == 0) {
      return;
    }
    LOG.info("signal=stop status=asked seconds={}", longest.toSeconds());
    try {
      if (!ended.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("signal=stop status=left-within-a-step seconds={}", longest.toSeconds());
        running.leave();
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
