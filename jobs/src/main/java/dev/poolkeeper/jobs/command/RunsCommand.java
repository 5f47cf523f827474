package dev.poolkeeper.jobs.command;

import dev.poolkeeper.writers.table.Listings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code poolkeeper runs}. */
@Command(
    name = "runs",
    description = "Runs of this ledger, newest first.",
    mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {

  private final Session session;
  @Mixin private ListOptions options = new ListOptions();

  RunsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return options.show(session, ledger -> Listings.runs(ledger.marts().runs()));
  }
}
