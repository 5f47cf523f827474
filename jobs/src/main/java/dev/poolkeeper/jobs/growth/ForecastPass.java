package dev.poolkeeper.jobs.growth;

import dev.poolkeeper.processors.growth.Examined;
import dev.poolkeeper.processors.growth.GrowthExaminer;
import dev.poolkeeper.processors.growth.GrowthState;
import dev.poolkeeper.processors.growth.OutlookMaker;
import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.growth.SeriesOutlook.Outcome;
import dev.poolkeeper.processors.growth.calibration.ScorePool;
import dev.poolkeeper.processors.history.SeriesHistory;
import dev.poolkeeper.readers.ledger.GrowthStateReader;
import dev.poolkeeper.readers.ledger.SeriesReader;
import dev.poolkeeper.readers.ledger.SeriesReader.Choice;
import dev.poolkeeper.readers.ledger.SeriesReader.Request;
import dev.poolkeeper.writers.ledger.OutlookWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second pass: continues every series from the night on, with what the first pass of this night
 * or an earlier one has learned of it.
 */
final class ForecastPass {

  private static final int BATCH = 200;

  /** What reads and writes. */
  record Ledger(SeriesReader series, GrowthStateReader states, OutlookWriter outlooks) {}

  private final Ledger ledger;
  private final TransactionTemplate reading;
  private final TransactionTemplate writing;
  private final int horizon;

  ForecastPass(
      Ledger ledger, TransactionTemplate reading, TransactionTemplate writing, int horizon) {
    this.ledger = ledger;
    this.reading = reading;
    this.writing = writing;
    this.horizon = horizon;
  }

  /** Forecasts one piece and returns how many forecasts there are. */
  long forecast(long run, LocalDate night, int piece, int pieces, OutlookMaker maker) {
    List<SeriesHistory> batch = new ArrayList<>();
    long[] forecasts = {0};
    reading.executeWithoutResult(
        status -> {
          ledger
              .series()
              .read(
                  new Request(run, night, piece, pieces, Choice.FORECAST),
                  series -> {
                    batch.add(series);
                    if (batch.size() >= BATCH) {
                      forecasts[0] += write(run, night, batch, maker);
                    }
                  });
          forecasts[0] += write(run, night, batch, maker);
        });
    return forecasts[0];
  }

  private long write(long run, LocalDate night, List<SeriesHistory> batch, OutlookMaker maker) {
    if (batch.isEmpty()) {
      return 0;
    }
    List<SeriesOutlook> outlooks = new ArrayList<>();
    writing.executeWithoutResult(
        status -> {
          Map<Integer, GrowthState> states =
              ledger.states().read(run, night, batch.stream().map(SeriesHistory::number).toList());
          for (SeriesHistory series : batch) {
            outlooks.add(outlook(series, night, states.get(series.number()), maker));
          }
          ledger.outlooks().add(outlooks);
        });
    batch.clear();
    return outlooks.stream().filter(outlook -> outlook.outcome() == Outcome.FORECAST).count();
  }

  private SeriesOutlook outlook(
      SeriesHistory series, LocalDate night, @Nullable GrowthState state, OutlookMaker maker) {
    if (!OutlookMaker.fresh(series, night)) {
      return maker.notMeasured(series);
    }
    Examined examined =
        state == null
            // learned by a later night only, when an old date is run again
            ? GrowthExaminer.examine(series.values(), horizon, new ScorePool())
            : GrowthExaminer.resume(series.values(), horizon, state);
    return maker.of(series, examined);
  }
}
