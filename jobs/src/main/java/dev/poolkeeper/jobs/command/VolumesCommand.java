package dev.poolkeeper.jobs.command;

import dev.poolkeeper.writers.table.Listings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code poolkeeper volumes}. */
@Command(
    name = "volumes",
    description = "PersistentVolumes and the datasets behind them.",
    mixinStandardHelpOptions = true)
final class VolumesCommand implements Callable<Integer> {

  private final Session session;
  @Mixin private ListOptions options = new ListOptions();

  VolumesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return options.show(
        session, ledger -> Listings.volumes(ledger.marts().volumes(ledger.night())));
  }
}
