package dev.poolkeeper.jobs.command;

import dev.poolkeeper.writers.table.Listings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code poolkeeper pools}. */
@Command(
    name = "pools",
    description = "Pools: usable space, who takes it, and what is promised.",
    mixinStandardHelpOptions = true)
final class PoolsCommand implements Callable<Integer> {

  private final Session session;
  @Mixin private ListOptions options = new ListOptions();

  PoolsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return options.show(session, ledger -> Listings.pools(ledger.space().poolLines()));
  }
}
