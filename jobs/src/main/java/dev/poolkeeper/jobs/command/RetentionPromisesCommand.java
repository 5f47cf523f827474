package dev.poolkeeper.jobs.command;

import dev.poolkeeper.writers.table.PromiseListing;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code poolkeeper retention promises}. */
@Command(
    name = "promises",
    description =
        "Policies, snapshot tasks and replication tasks, and what became of their snapshots; most amiss first.",
    mixinStandardHelpOptions = true)
final class RetentionPromisesCommand implements Callable<Integer> {

  private final Session session;
  @Mixin private ListOptions options = new ListOptions();

  RetentionPromisesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return options.show(session, ledger -> PromiseListing.of(ledger.promises()));
  }
}
