package dev.poolkeeper.jobs.command;

import dev.poolkeeper.writers.table.Listings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code poolkeeper pools}. */
@Command(
    name = "pools",
    description = "Pools with usable space and what snapshots hold.",
    mixinStandardHelpOptions = true)
final class PoolsCommand implements Callable<Integer> {

  private final Session session;
  @Mixin private ListOptions options = new ListOptions();

  PoolsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return options.show(session, ledger -> Listings.pools(ledger.marts().pools(ledger.night())));
  }
}
