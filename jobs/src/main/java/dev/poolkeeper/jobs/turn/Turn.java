package dev.poolkeeper.jobs.turn;

import dev.poolkeeper.jobs.ledger.RunLock;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** What a run holds from its start to its end. */
public final class Turn implements AutoCloseable {

  private final RunLock lock;
  private final Optional<HeldLease> lease;
  private final Runnable ended;
  private final ReentrantLock acting = new ReentrantLock();
  private boolean lost;

  Turn(RunLock lock, Optional<HeldLease> lease, Runnable ended) {
    this.lock = lock;
    this.lease = lease;
    this.ended = ended;
  }

  /**
   * @throws TurnLost when another may be at it by now
   */
  void check() {
    Optional<String> missing =
        lock.held()
            ? lease.flatMap(HeldLease::missing)
            : Optional.of(
                "the connection that had the ledger's lock is gone, and with it the lock");
    if (missing.isPresent()) {
      lost = true;
      throw new TurnLost(missing.get());
    }
  }

  /**
   * Whether it was found to be lost: then what the ledger says of the run is not ours to change.
   */
  public boolean lost() {
    return lost;
  }

  /** Does what must not be left half done. */
  <T> T whole(Supplier<T> act) {
    acting.lock();
    try {
      return act.get();
    } finally {
      acting.unlock();
    }
  }

  /**
   * Gives the Lease back under a run that is still at it, right before the process ends, which
   * frees the ledger's lock. Waits for an act to end, and lets no other begin.
   */
  void leave() {
    acting.lock();
    lease.ifPresent(HeldLease::close);
  }

  @Override
  public void close() throws SQLException {
    ended.run();
    try {
      lease.ifPresent(HeldLease::close);
    } finally {
      lock.close();
    }
  }
}
