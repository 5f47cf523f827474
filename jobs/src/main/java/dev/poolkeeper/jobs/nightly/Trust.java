package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.orphan.Guards;
import dev.poolkeeper.processors.reconcile.Reconciliation;
import dev.poolkeeper.readers.ledger.RowHistoryReader;
import java.time.LocalDate;
import java.util.Map;

/**
 * Which parts of tonight's inventory the guards distrust, seen against earlier nights and against
 * each other.
 */
public final class Trust {

  private final RowHistoryReader history;
  private final Configuration configuration;

  public Trust(RowHistoryReader history, Configuration configuration) {
    this.history = history;
    this.configuration = configuration;
  }

  /** Reason by distrusted part. */
  public Map<String, String> held(Inventory inventory, Reconciliation join, LocalDate date) {
    return Guards.held(
        inventory,
        join,
        history.before(date, configuration.orphans().confirmRuns()),
        configuration.guards().acceptDrop(),
        configuration.guardPolicy());
  }
}
