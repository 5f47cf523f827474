package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.jobs.growth.Pieces;
import dev.poolkeeper.processors.history.SeriesHistory;
import dev.poolkeeper.readers.ledger.SeriesReader;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the series of a night in pieces side by side, each from a cursor of its own, so that only
 * as many series are in memory as are looked at.
 */
public final class SeriesPieces {

  private final SeriesReader reader;
  private final TransactionTemplate transaction;

  public SeriesPieces(SeriesReader reader, PlatformTransactionManager transactions) {
    this.reader = reader;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setReadOnly(true);
  }

  /**
   * @param found takes series in no particular order, from several threads
   */
  public void read(long run, LocalDate night, Consumer<SeriesHistory> found) {
    int pieces = Pieces.count();
    Pieces.work(
        pieces,
        piece -> {
          SeriesReader.Request request =
              new SeriesReader.Request(run, night, piece, pieces, SeriesReader.Choice.FORECAST);
          transaction.executeWithoutResult(status -> reader.read(request, found));
          return piece;
        });
  }
}
