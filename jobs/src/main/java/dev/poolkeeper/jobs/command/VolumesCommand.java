package dev.poolkeeper.jobs.command;

import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.readers.ledger.Marts;
import dev.poolkeeper.writers.table.Listings;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.json.JsonMapper;

/** {@code poolkeeper volumes}. */
@Command(
    name = "volumes",
    description = "PersistentVolumes and the datasets behind them.",
    mixinStandardHelpOptions = true)
final class VolumesCommand implements Callable<Integer> {

  private final Session session;
  @Mixin private LedgerOptions ledgerOptions = new LedgerOptions();
  @Mixin private ListOptions listOptions = new ListOptions();

  VolumesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    try (LedgerStore ledger = ledgerOptions.open(session)) {
      Marts marts = new Marts(JdbcClient.create(ledger.dataSource()), new JsonMapper());
      return listOptions.show(
          session, ledgerOptions.demo(), Listings.volumes(marts.volumes(listOptions.night(marts))));
    }
  }
}
