package dev.poolkeeper.jobs.delivery;

import dev.poolkeeper.processors.delivery.OutboxItem;
import dev.poolkeeper.processors.delivery.OutboxState;
import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.processors.delivery.RetryPolicy;
import dev.poolkeeper.readers.ledger.OutboxReader;
import dev.poolkeeper.writers.ledger.OutboxWriter;
import dev.poolkeeper.writers.mail.MailTransport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits, in the order in which it was wanted, again and again with longer waits between,
 * until all is done or the time for it is spent. A mail never overtakes an earlier one of its
 * series to the same recipient. Every outcome is in the ledger before the next mail is handed over.
 */
final class MailRounds {

  private static final Logger LOG = LoggerFactory.getLogger(MailRounds.class);

  /** What reads and writes the outbox. */
  record Outbox(OutboxReader reader, OutboxWriter writer) {}

  private final Outbox outbox;
  private final MailTransport transport;
  private final RetryPolicy policy;
  private final Clock clock;
  private final Pause pause;

  MailRounds(Outbox outbox, MailTransport transport, RetryPolicy policy, Clock clock, Pause pause) {
    this.outbox = outbox;
    this.transport = transport;
    this.policy = policy;
    this.clock = clock;
    this.pause = pause;
  }

  /** What was handed over when a run died: its answer is lost. */
  void recover() {
    for (OutboxItem item : outbox.reader().open(MailIntents.CHANNEL)) {
      if (item.state() == OutboxState.SENDING) {
        Outcome lost =
            new Outcome(
                Outcome.Kind.UNKNOWN,
                OptionalInt.empty(),
                "the run ended while the mail was handed over: it may have arrived or not");
        note(item, lost, Optional.empty(), item.attemptedAt().orElse(item.createdAt()));
      }
    }
  }

  /**
   * @return how many were delivered
   */
  int send() throws InterruptedException {
    Duration waited = Duration.ZERO;
    int delivered = 0;
    for (int round = 1; ; round++) {
      List<OutboxItem> due = outbox.reader().open(MailIntents.CHANNEL);
      Optional<Duration> wait = policy.nextWait(round, waited);
      Round result = round(due, wait);
      delivered += result.delivered();
      if (!result.again() || wait.isEmpty()) {
        return delivered;
      }
      LOG.info("mail: {} to be tried again in {} s", result.left(), wait.get().toSeconds());
      pause.of(wait.get());
      waited = waited.plus(wait.get());
    }
  }

  /**
   * @param left how many wait for another try
   * @param again whether another try of this run may help
   */
  private record Round(int delivered, int left, boolean again) {}

  private Round round(List<OutboxItem> due, Optional<Duration> wait) {
    Set<List<String>> late = new HashSet<>();
    List<OutboxItem> rest = new ArrayList<>(due);
    int delivered = 0;
    boolean again = false;
    while (!rest.isEmpty()) {
      OutboxItem item = rest.remove(0);
      if (late.contains(series(item))) {
        continue;
      }
      Outcome outcome = one(item, wait);
      if (outcome.kind() == Outcome.Kind.DELIVERED) {
        delivered++;
      }
      if (outcome.kind() == Outcome.Kind.DEFERRED || outcome.kind() == Outcome.Kind.UNREACHABLE) {
        late.add(series(item));
        again = true;
      }
      if (outcome.kind().sameForAll()) {
        rest.forEach(other -> notTried(other, outcome, wait));
        late.add(series(item));
        rest.clear();
      }
    }
    return new Round(delivered, late.size(), again);
  }

  private static List<String> series(OutboxItem item) {
    return List.of(item.recipient(), item.topic());
  }

  private Outcome one(OutboxItem item, Optional<Duration> wait) {
    Instant start = clock.instant();
    Optional<Outcome> unconnected = transport.connect();
    if (unconnected.isPresent()) {
      notTried(item, unconnected.get(), wait);
      return unconnected.get();
    }
    byte[] body = outbox.reader().body(item.id()).orElseThrow();
    outbox.writer().handingOver(item.id(), start);
    Outcome outcome = transport.send(body, item.recipient());
    note(item, outcome, wait, start);
    return outcome;
  }

  private void notTried(OutboxItem item, Outcome outcome, Optional<Duration> wait) {
    Instant now = clock.instant();
    outbox.writer().handingOver(item.id(), now);
    note(item, outcome, wait, now);
  }

  private void note(OutboxItem item, Outcome outcome, Optional<Duration> wait, Instant startedAt) {
    Instant now = clock.instant();
    OutboxState state = policy.after(outcome, item.createdAt(), now);
    Optional<Instant> next =
        state == OutboxState.WAITING && outcome.kind() != Outcome.Kind.NOT_ALLOWED
            ? wait.map(now::plus)
            : Optional.empty();
    outbox.writer().ended(item.id(), new OutboxWriter.Try(outcome, state, next), startedAt, now);
    if (outcome.kind() == Outcome.Kind.DELIVERED) {
      LOG.info("mail: job={} night={} outcome=delivered", item.job(), item.night());
    } else {
      LOG.warn(
          "mail: job={} night={} to={} outcome={} state={}: {}",
          item.job(),
          item.night(),
          item.recipient(),
          outcome.kind().word(),
          state.word(),
          outcome.said());
    }
  }
}
