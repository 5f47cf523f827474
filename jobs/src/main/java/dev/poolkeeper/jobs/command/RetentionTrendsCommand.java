package dev.poolkeeper.jobs.command;

import dev.poolkeeper.writers.table.PromiseListing;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code poolkeeper retention trends}. */
@Command(
    name = "trends",
    description =
        "How many snapshots datasets have and what they hold, against a week and a month ago, and what is expected.",
    mixinStandardHelpOptions = true)
final class RetentionTrendsCommand implements Callable<Integer> {

  private final Session session;
  @Mixin private ListOptions options = new ListOptions();

  RetentionTrendsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return options.show(session, ledger -> PromiseListing.trends(ledger.snapshotTrends()));
  }
}
