package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.orphan.DropGuard;
import dev.poolkeeper.readers.ledger.RowHistoryReader;
import java.time.LocalDate;
import java.util.Map;

/** Which parts of tonight's inventory the guard distrusts, seen against earlier nights. */
public final class Trust {

  private final RowHistoryReader history;
  private final Configuration configuration;

  public Trust(RowHistoryReader history, Configuration configuration) {
    this.history = history;
    this.configuration = configuration;
  }

  /** Reason by distrusted part. */
  Map<String, String> held(Inventory inventory, LocalDate date) {
    return DropGuard.held(
        inventory.captures(),
        history.before(date, configuration.orphans().confirmRuns()),
        configuration.guards().acceptDrop(),
        configuration.guardPolicy());
  }
}
