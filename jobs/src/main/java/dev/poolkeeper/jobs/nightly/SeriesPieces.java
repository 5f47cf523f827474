package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.processors.history.SeriesHistory;
import dev.poolkeeper.readers.ledger.SeriesReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the series of a night in two pieces side by side, each from a cursor of its own, so that
 * only as many series are in memory as are looked at.
 */
public final class SeriesPieces {

  private static final int PIECES = 2;

  private final SeriesReader reader;
  private final TransactionTemplate transaction;

  public SeriesPieces(SeriesReader reader, PlatformTransactionManager transactions) {
    this.reader = reader;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setReadOnly(true);
  }

  /**
   * @param found takes series in no particular order, from two threads
   */
  public void read(long run, LocalDate night, Consumer<SeriesHistory> found) {
    ExecutorService threads = Executors.newFixedThreadPool(PIECES);
    try {
      List<Future<?>> pieces = new ArrayList<>();
      for (int piece = 0; piece < PIECES; piece++) {
        SeriesReader.Request request =
            new SeriesReader.Request(
                run, night, piece, PIECES, SeriesReader.Choice.FORECAST);
        pieces.add(
            threads.submit(
                () -> transaction.executeWithoutResult(status -> reader.read(request, found))));
      }
      for (Future<?> piece : pieces) {
        await(piece);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(Future<?> piece) {
    try {
      piece.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("reading series was interrupted");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
  }
}
