package dev.poolkeeper.jobs.growth;

import dev.poolkeeper.processors.growth.Examination;
import dev.poolkeeper.processors.growth.Examined;
import dev.poolkeeper.processors.growth.GrowthExaminer;
import dev.poolkeeper.processors.growth.GrowthState;
import dev.poolkeeper.processors.growth.OutlookMaker;
import dev.poolkeeper.processors.growth.calibration.ScorePool;
import dev.poolkeeper.processors.history.SeriesHistory;
import dev.poolkeeper.readers.ledger.SeriesReader;
import dev.poolkeeper.readers.ledger.SeriesReader.Choice;
import dev.poolkeeper.readers.ledger.SeriesReader.Request;
import dev.poolkeeper.writers.ledger.GrowthStateWriter;
import dev.poolkeeper.writers.ledger.GrowthStateWriter.Learned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The first pass: tries all methods on all of the past of the series that are due, keeps what was
 * learned, and counts how wrong they were.
 */
final class LearnPass {

  private static final int BATCH = 200;

  /** The path ahead is the second pass's; here one day of it is enough. */
  private static final int DAYS_AHEAD = 1;

  private final SeriesReader reader;
  private final GrowthStateWriter writer;
  private final TransactionTemplate reading;
  private final TransactionTemplate writing;

  LearnPass(
      SeriesReader reader,
      GrowthStateWriter writer,
      TransactionTemplate reading,
      TransactionTemplate writing) {
    this.reader = reader;
    this.writer = writer;
    this.reading = reading;
    this.writing = writing;
  }

  /** The scores of one piece. */
  ScorePool learn(long run, LocalDate night, int piece, int pieces) {
    ScorePool pool = new ScorePool();
    List<Learned> learned = new ArrayList<>();
    reading.executeWithoutResult(
        status -> {
          reader.read(
              new Request(run, night, piece, pieces, Choice.DUE),
              series -> {
                examine(series, night, pool, learned);
                if (learned.size() >= BATCH) {
                  keep(night, learned);
                }
              });
          keep(night, learned);
        });
    return pool;
  }

  private static void examine(
      SeriesHistory series, LocalDate night, ScorePool pool, List<Learned> learned) {
    if (OutlookMaker.fresh(series, night)) {
      Examined examined = GrowthExaminer.examine(series.values(), DAYS_AHEAD, pool);
      if (examined instanceof Examination examination) {
        learned.add(new Learned(series.key(), GrowthState.of(examination)));
      }
    }
  }

  private void keep(LocalDate night, List<Learned> learned) {
    if (!learned.isEmpty()) {
      writing.executeWithoutResult(status -> writer.keep(night, learned));
      learned.clear();
    }
  }
}
