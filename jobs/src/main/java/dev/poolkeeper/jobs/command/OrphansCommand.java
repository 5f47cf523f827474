package dev.poolkeeper.jobs.command;

import dev.poolkeeper.writers.table.Listings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code poolkeeper orphans}. */
@Command(
    name = "orphans",
    description = "What one side has and the other has not (codes 1xx and 2xx).",
    mixinStandardHelpOptions = true)
final class OrphansCommand implements Callable<Integer> {

  private final Session session;
  @Mixin private ListOptions options = new ListOptions();
  @Mixin private FindingFilter filter = new FindingFilter();

  OrphansCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return options.show(
        session,
        ledger ->
            Listings.findings(
                filter.apply(
                    ledger.findings(), f -> f.code().orphan() && f.open() && f.nights() > 0)));
  }
}
