package dev.poolkeeper.tests.growth;

import static dev.poolkeeper.tests.growth.SeriesLedger.NIGHT;
import static dev.poolkeeper.tests.growth.SeriesLedger.VOLS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.report.BacktestLine;
import dev.poolkeeper.readers.ledger.BacktestReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stored forecasts said against what came, with figures one can check by hand. */
class BacktestIT {

  @Test
  void saidAndSeenAreCompared(@TempDir Path folder) {
    try (SeriesLedger ledger = new SeriesLedger(folder)) {
      LocalDate said = NIGHT.minusDays(7);
      ledger
          .sql()
          .sql("select ledger.ensure_forecast_month(:d)")
          .param("d", said)
          .query((r, n) -> 0)
          .list();
      forecast(ledger, "held", said, "fills", 100, .25);
      forecast(ledger, "held", NIGHT, "fills", 100, .25);
      forecast(ledger, "filled", said, "fills", 100, .75);
      forecast(ledger, "filled", NIGHT.minusDays(3), "full", 100, 1);
      forecast(ledger, "filled", NIGHT, "fills", 130, .5);
      forecast(ledger, "resized", said, "fills", 100, .5);
      forecast(ledger, "resized", NIGHT, "fills", 100, .5);
      ledger
          .sql()
          .sql(
              "update ledger.forecast set capacity = 99 where subject like '%resized' and run_on = :n")
          .param("n", NIGHT)
          .update();
      List<BacktestLine> lines = new BacktestReader(ledger.sql()).read(NIGHT, 1);

      assertThat(lines).extracting(BacktestLine::kind).containsExactly("all", "volume");
      BacktestLine all = lines.get(0);
      assertThat(all.daysAhead()).isEqualTo(7);
      assertThat(all.forecasts()).isEqualTo(3);
      // expected 100 each; came 100, 130, 100
      assertThat(all.medianErrorPercent()).isEqualTo(OptionalDouble.of(0));
      assertThat(all.within80()).isEqualTo(2 / 3.0);
      assertThat(all.within95()).isEqualTo(1);
      assertThat(all.withProbability()).isEqualTo(2);
      assertThat(all.filled()).isEqualTo(1);
      // .25 of what did not fill, .75 of what did
      assertThat(all.brier()).isEqualTo(OptionalDouble.of(.0625));
      assertThat(all.brierOfShare()).isEqualTo(OptionalDouble.of(.25));
      assertThat(new BacktestReader(ledger.sql()).read(NIGHT.plusDays(1), 1)).isEmpty();
    }
  }

  /** Expects 100 in seven days, 80 to 120 and 50 to 150. */
  private static void forecast(
      SeriesLedger ledger, String name, LocalDate night, String outlook, double value, double p) {
    ledger
        .sql()
        .sql(
            """
            insert into ledger.forecast (run_on, subject, measure, kind, source, outcome, outlook,
                reason, last_known_on, last_value, history_days, missing_days, repaired_on,
                rebuilt_days, prometheus_days, capacity, capacity_of, p7, methods, shares,
                past_errors, days_ahead, bands)
            values (:night, :subject, 'live', 'volume', 'nas1', 'forecast', :outlook, 'why', :night,
                :value, 90, 0, '{}', 0, 0, 200, 'quota', :p, '{}', '{}', '{}', '{3,7}',
                '{1,100, 2,80, 3,120, 4,50, 5,150}')
            """)
        .param("night", night)
        .param("subject", VOLS + name)
        .param("outlook", outlook)
        .param("value", value)
        .param("p", p)
        .update();
  }
}
