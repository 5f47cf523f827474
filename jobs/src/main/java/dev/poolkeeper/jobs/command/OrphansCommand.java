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

/** {@code poolkeeper orphans}. */
@Command(
    name = "orphans",
    description = "What one side has and the other has not (codes 1xx and 2xx).",
    mixinStandardHelpOptions = true)
final class OrphansCommand implements Callable<Integer> {

  private final Session session;
  @Mixin private LedgerOptions ledgerOptions = new LedgerOptions();
  @Mixin private ListOptions listOptions = new ListOptions();
  @Mixin private FindingFilter filter = new FindingFilter();

  OrphansCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    try (LedgerStore ledger = ledgerOptions.open(session)) {
      JdbcClient jdbc = JdbcClient.create(ledger.dataSource());
      Marts marts = new Marts(jdbc, new JsonMapper());
      List<Finding> all = new FindingReader(jdbc).ofNight(listOptions.night(marts));
      List<FindingLine> lines =
          filter.apply(all, f -> f.code().orphan() && f.open() && f.nights() > 0).stream()
              .map(FindingLine::of)
              .toList();
      return listOptions.show(session, ledgerOptions.demo(), Listings.findings(lines));
    }
  }
}
