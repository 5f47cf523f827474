package dev.poolkeeper.jobs.command;

import dev.poolkeeper.writers.table.Listings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code poolkeeper findings}. */
@Command(
    name = "findings",
    description = "All findings of a night, resolved ones included.",
    mixinStandardHelpOptions = true)
final class FindingsCommand implements Callable<Integer> {

  private final Session session;
  @Mixin private ListOptions options = new ListOptions();
  @Mixin private FindingFilter filter = new FindingFilter();

  FindingsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return options.show(
        session, ledger -> Listings.findings(filter.apply(ledger.findings(), f -> true)));
  }
}
