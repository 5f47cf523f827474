package dev.poolkeeper.jobs.command;

import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.readers.ledger.Marts;
import dev.poolkeeper.writers.table.Listings;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.json.JsonMapper;

/** {@code poolkeeper pools}. */
@Command(
    name = "pools",
    description = "Pools with usable space and what snapshots hold.",
    mixinStandardHelpOptions = true)
final class PoolsCommand implements Callable<Integer> {

  private final Session session;
  @Mixin private LedgerOptions ledgerOptions = new LedgerOptions();
  @Mixin private ListOptions listOptions = new ListOptions();

  PoolsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    try (LedgerStore ledger = ledgerOptions.open(session)) {
      Marts marts = new Marts(JdbcClient.create(ledger.dataSource()), new JsonMapper());
      return listOptions.show(
          session, ledgerOptions.demo(), Listings.pools(marts.pools(listOptions.night(marts))));
    }
  }
}
