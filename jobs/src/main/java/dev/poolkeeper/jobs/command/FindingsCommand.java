package dev.poolkeeper.jobs.command;

import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.report.FindingLine;
import dev.poolkeeper.readers.ledger.FindingReader;
import dev.poolkeeper.readers.ledger.Marts;
import dev.poolkeeper.writers.table.Listings;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.json.JsonMapper;

/** {@code poolkeeper findings}. */
@Command(
    name = "findings",
    description = "All findings of a night, resolved ones included.",
    mixinStandardHelpOptions = true)
final class FindingsCommand implements Callable<Integer> {

  private final Session session;
  @Mixin private LedgerOptions ledgerOptions = new LedgerOptions();
  @Mixin private ListOptions listOptions = new ListOptions();
  @Mixin private FindingFilter filter = new FindingFilter();

  FindingsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    try (LedgerStore ledger = ledgerOptions.open(session)) {
      JdbcClient jdbc = JdbcClient.create(ledger.dataSource());
      Marts marts = new Marts(jdbc, new JsonMapper());
      List<Finding> all = new FindingReader(jdbc).ofNight(listOptions.night(marts));
      List<FindingLine> lines = filter.apply(all, f -> true).stream().map(FindingLine::of).toList();
      return listOptions.show(session, ledgerOptions.demo(), Listings.findings(lines));
    }
  }
}
