package dev.poolkeeper.jobs.nightly;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.reconcile.Reconciler;
import dev.poolkeeper.processors.reconcile.Reconciliation;
import dev.poolkeeper.processors.reconcile.SameSystems;
import dev.poolkeeper.readers.ledger.StagedInventory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The staged inventory of a run and its join, made once per process, in a thread of its own. Only a
 * shortcut: a resumed run makes them again from staging.
 */
public final class TonightsInventory {

  private record Joined(Inventory inventory, Reconciliation join) {}

  private record Making(long run, CompletableFuture<Joined> joined) {}

  private final StagedInventory staged;
  private final TransactionTemplate reading;
  private @Nullable Making making;

  /**
   * @param reading the transaction that rows are read in
   */
  public TonightsInventory(StagedInventory staged, TransactionTemplate reading) {
    this.staged = staged;
    this.reading = reading;
  }

  /** Begins to read and join, and returns at once with how the parts were read. */
  List<Capture> prepare(long run) {
    making(run);
    return staged.withoutObjects(run).captures();
  }

  Inventory inventory(long run) {
    return of(run).inventory();
  }

  Reconciliation join(long run) {
    return of(run).join();
  }

  /** Frees the memory once nothing needs the objects any more. */
  synchronized void forget() {
    making = null;
  }

  private Joined of(long run) {
    try {
      return making(run).joined().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private synchronized Making making(long run) {
    Making known = making;
    if (known == null || known.run() != run || known.joined().isCompletedExceptionally()) {
      known = new Making(run, CompletableFuture.supplyAsync(() -> joined(run)));
      making = known;
    }
    return known;
  }

  private Joined joined(long run) {
    Inventory read = requireNonNull(reading.<Inventory>execute(status -> staged.read(run)));
    Inventory inventory = SameSystems.once(read);
    return new Joined(inventory, Reconciler.reconcile(inventory));
  }
}
