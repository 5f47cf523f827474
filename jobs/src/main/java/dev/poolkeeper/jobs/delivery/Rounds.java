package dev.poolkeeper.jobs.delivery;

import dev.poolkeeper.processors.delivery.OutboxItem;
import dev.poolkeeper.processors.delivery.OutboxState;
import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.processors.delivery.RetryPolicy;
import dev.poolkeeper.readers.ledger.OutboxReader;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.ledger.OutboxWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits, in the order in which it was wanted, again and again with longer waits between,
 * until all is done or the time for it is spent. Nothing overtakes an earlier entry of its topic to
 * the same recipient, nor the group that it is told within. Every outcome is in the ledger before
 * the next entry is handed over.
 */
final class Rounds {

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  /** What reads and writes the outbox. */
  record Outbox(OutboxReader reader, OutboxWriter writer) {}

  private final Outbox outbox;
  private final Carrier carrier;
  private final RetryPolicy policy;
  private final Clock clock;
  private final Pause pause;

  Rounds(Outbox outbox, Carrier carrier, RetryPolicy policy, Clock clock, Pause pause) {
    this.outbox = outbox;
    this.carrier = carrier;
    this.policy = policy;
    this.clock = clock;
    this.pause = pause;
  }

  /** What was handed over when a run died: its answer is lost. */
  void recover(List<OutboxItem> open) {
    for (OutboxItem item : open) {
      if (item.state() == OutboxState.SENDING) {
        Receipt lost =
            Receipt.of(
                new Outcome(
                    Outcome.Kind.UNKNOWN,
                    OptionalInt.empty(),
                    "the run ended while it was handed over: it may have arrived or not"));
        note(item, lost, Optional.empty(), item.attemptedAt().orElse(item.createdAt()));
      }
    }
  }

  /**
   * @param due what there is to send now, in its order
   * @return how much was delivered
   */
  int send(Supplier<List<OutboxItem>> due) throws InterruptedException {
    Duration waited = Duration.ZERO;
    int delivered = 0;
    for (int round = 1; ; round++) {
      Optional<Duration> wait = policy.nextWait(round, waited);
      Round result = round(due.get(), wait);
      delivered += result.delivered();
      Duration left = policy.perRun().minus(waited);
      if (!result.again() || wait.isEmpty() || result.leave().compareTo(left) > 0) {
        return delivered;
      }
      Duration pausing = result.leave().compareTo(wait.get()) > 0 ? result.leave() : wait.get();
      LOG.info(
          "{}: {} to be tried again in {} s", carrier.name(), result.left(), pausing.toSeconds());
      pause.of(pausing);
      waited = waited.plus(pausing);
    }
  }

  /**
   * @param left how many wait for another try
   * @param again whether another try of this run may help
   * @param leave how long the other side asked to be left alone
   */
  private record Round(int delivered, int left, boolean again, Duration leave) {}

  private Round round(List<OutboxItem> due, Optional<Duration> wait) {
    Set<List<String>> late = new HashSet<>();
    List<OutboxItem> rest = new ArrayList<>(due);
    Duration leave = Duration.ZERO;
    int delivered = 0;
    boolean again = false;
    while (!rest.isEmpty()) {
      OutboxItem item = rest.remove(0);
      if (late.contains(series(item)) || carrier.waits(item)) {
        late.add(series(item));
        continue;
      }
      Receipt receipt = one(item, wait);
      Outcome.Kind kind = receipt.outcome().kind();
      if (kind == Outcome.Kind.DELIVERED) {
        delivered++;
      }
      if (kind == Outcome.Kind.DEFERRED || kind == Outcome.Kind.UNREACHABLE) {
        late.add(series(item));
        again = true;
      }
      if (kind == Outcome.Kind.UNKNOWN && policy.resendUnknown()) {
        late.add(series(item));
        again = true;
      }
      if (receipt.retryAfter().isPresent()) {
        leave = receipt.retryAfter().get();
      }
      if (kind.sameForAll() || receipt.retryAfter().isPresent()) {
        rest.forEach(other -> notTried(other, receipt, wait));
        late.add(series(item));
        rest.clear();
      }
    }
    return new Round(delivered, late.size(), again, leave);
  }

  private static List<String> series(OutboxItem item) {
    return List.of(item.recipient(), item.topic());
  }

  private Receipt one(OutboxItem item, Optional<Duration> wait) {
    Instant start = clock.instant();
    Optional<Outcome> unready = carrier.ready();
    if (unready.isPresent()) {
      Receipt receipt = Receipt.of(unready.get());
      notTried(item, receipt, wait);
      return receipt;
    }
    outbox.writer().handingOver(item.id(), start);
    Receipt receipt = carrier.carry(item);
    note(item, receipt, wait, start);
    return receipt;
  }

  private void notTried(OutboxItem item, Receipt receipt, Optional<Duration> wait) {
    Instant now = clock.instant();
    outbox.writer().handingOver(item.id(), now);
    note(item, receipt, wait, now);
  }

  private void note(OutboxItem item, Receipt receipt, Optional<Duration> wait, Instant startedAt) {
    Instant now = clock.instant();
    Outcome outcome = receipt.outcome();
    OutboxState state = policy.after(outcome, item.createdAt(), now);
    Optional<Instant> next =
        state == OutboxState.WAITING && outcome.kind() != Outcome.Kind.NOT_ALLOWED
            ? wait.map(now::plus)
            : Optional.empty();
    outbox
        .writer()
        .ended(
            item.id(),
            new OutboxWriter.Try(outcome, state, next, receipt.reference(), receipt.url()),
            startedAt,
            now);
    if (outcome.kind() == Outcome.Kind.DELIVERED) {
      LOG.info("{}: job={} night={} outcome=delivered", carrier.name(), item.job(), item.night());
    } else {
      LOG.warn(
          "{}: job={} night={} to={} outcome={} state={}: {}",
          carrier.name(),
          item.job(),
          item.night(),
          item.recipient(),
          outcome.kind().word(),
          state.word(),
          outcome.said());
    }
  }
}
