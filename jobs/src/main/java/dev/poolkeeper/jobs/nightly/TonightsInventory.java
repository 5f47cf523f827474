package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.reconcile.Reconciler;
import dev.poolkeeper.processors.reconcile.Reconciliation;
import dev.poolkeeper.processors.reconcile.SameSystems;
import dev.poolkeeper.readers.ledger.StagedInventory;
import org.jspecify.annotations.Nullable;

/**
 * The staged inventory of a run and its join, made once per process. Only a shortcut: a resumed run
 * makes them again from staging.
 */
public final class TonightsInventory {

  private record Joined(long run, Inventory inventory, Reconciliation join) {}

  private final StagedInventory staged;
  private @Nullable Joined joined;

  public TonightsInventory(StagedInventory staged) {
    this.staged = staged;
  }

  Inventory inventory(long run) {
    return of(run).inventory();
  }

  Reconciliation join(long run) {
    return of(run).join();
  }

  /** Frees the memory once nothing needs the objects any more. */
  synchronized void forget() {
    joined = null;
  }

  private synchronized Joined of(long run) {
    Joined known = joined;
    if (known == null || known.run() != run) {
      Inventory inventory = SameSystems.once(staged.read(run));
      known = new Joined(run, inventory, Reconciler.reconcile(inventory));
      joined = known;
    }
    return known;
  }
}
