package dev.poolkeeper.jobs.command;

import dev.poolkeeper.writers.table.Listings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code poolkeeper snapshots}. */
@Command(
    name = "snapshots",
    description = "ZFS snapshots and the contents they back.",
    mixinStandardHelpOptions = true)
final class SnapshotsCommand implements Callable<Integer> {

  private final Session session;
  @Mixin private ListOptions options = new ListOptions();

  SnapshotsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return options.show(
        session, ledger -> Listings.snapshots(ledger.marts().snapshots(ledger.night())));
  }
}
