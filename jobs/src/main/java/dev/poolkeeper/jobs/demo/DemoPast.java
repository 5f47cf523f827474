package dev.poolkeeper.jobs.demo;

import dev.poolkeeper.writers.ledger.PastNightsWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What earlier nights left in the demo's ledger: figures of some months, as in a ledger whose old
 * runs are not kept. Without them nothing could be said of growth after ten nights.
 */
public final class DemoPast {

  private final DataSource ledger;

  public DemoPast(DataSource ledger) {
    this.ledger = ledger;
  }

  /** Fills a ledger that has no night yet. Doing it again adds nothing. */
  void fill() throws IOException {
    byte[] datasets = DemoEstate.past("usage.csv");
    byte[] tally = DemoEstate.past("tally.csv");
    new TransactionTemplate(new JdbcTransactionManager(ledger))
        .executeWithoutResult(
            status -> {
              PastNightsWriter past = new PastNightsWriter(new JdbcTemplate(ledger));
              long unused =
                  past.datasets(new ByteArrayInputStream(datasets))
                      + past.tally(new ByteArrayInputStream(tally));
            });
  }
}
