package dev.poolkeeper.jobs.delivery;

import dev.poolkeeper.jobs.nightly.Progress;
import dev.poolkeeper.processors.delivery.OutboxItem;
import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.writers.channel.Receipt;
import java.util.Optional;

/** Lets another know of every try. */
final class WatchedCarrier implements Carrier {

  private final Carrier carrier;
  private final Progress.Watch watch;

  WatchedCarrier(Carrier carrier, Progress.Watch watch) {
    this.carrier = carrier;
    this.watch = watch;
  }

  @Override
  public String name() {
    return carrier.name();
  }

  @Override
  public Optional<Outcome> ready() {
    return carrier.ready();
  }

  @Override
  public boolean waits(OutboxItem item) {
    return carrier.waits(item);
  }

  @Override
  public Receipt carry(OutboxItem item) {
    return watch.asking(
        carrier.name(),
        "send",
        () -> carrier.carry(item),
        receipt ->
            Optional.of(receipt.outcome().kind())
                .filter(kind -> kind != Outcome.Kind.DELIVERED)
                .map(Outcome.Kind::word));
  }
}
