package dev.poolkeeper.jobs.growth;

import dev.poolkeeper.jobs.configuration.CapacitySettings;
import dev.poolkeeper.jobs.forecast.Amounts;
import dev.poolkeeper.processors.growth.GrowthForecaster;
import dev.poolkeeper.processors.growth.OutlookMaker;
import dev.poolkeeper.processors.growth.calibration.Calibration;
import dev.poolkeeper.processors.growth.calibration.ScorePool;
import dev.poolkeeper.readers.ledger.GrowthStateReader;
import dev.poolkeeper.readers.ledger.ScoreNightReader;
import dev.poolkeeper.readers.ledger.SeriesReader;
import dev.poolkeeper.readers.series.ShippedScores;
import dev.poolkeeper.writers.ledger.GrowthNightWriter;
import dev.poolkeeper.writers.ledger.GrowthNightWriter.Done;
import dev.poolkeeper.writers.ledger.GrowthStateWriter;
import dev.poolkeeper.writers.ledger.OutlookWriter;
import dev.poolkeeper.writers.ledger.SeriesListWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forecasts all series of a night: lists them, learns from the past of those that are due, and
 * continues them all, with bands from what the fleet was wrong by within a week. Replaces what was
 * forecast of that night before. It commits on its way, so that several threads see the same; a run
 * that is killed begins it anew.
 */
public final class NightlyGrowth {

  private final JdbcTemplate jdbc;
  private final SeriesReader series;
  private final PlatformTransactionManager transactions;
  private final CapacitySettings capacity;

  public NightlyGrowth(
      DataSource dataSource, PlatformTransactionManager transactions, CapacitySettings capacity) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.series = new SeriesReader(dataSource);
    this.transactions = transactions;
    this.capacity = capacity;
  }

  /**
   * @param held parts of the inventory that are not believed tonight
   */
  public Done forecast(long run, LocalDate night, Set<String> held) {
    GrowthNightWriter nights = new GrowthNightWriter(jdbc);
    OutlookWriter outlooks = new OutlookWriter(jdbc);
    TransactionTemplate apart = apart();
    apart.executeWithoutResult(
        status -> {
          new SeriesListWriter(client()).list(run, held, SeriesReader.DAYS - 1);
          outlooks.clear(night);
        });
    Listed listed = listed(run);
    int pieces = Pieces.count();
    ScorePool pool = learn(run, night, pieces);
    apart.executeWithoutResult(status -> nights.scores(night, pool));
    Calibration calibration =
        Calibration.of(
            ShippedScores.read(), new ScoreNightReader(client()).upTo(night, listed.series()));
    OutlookMaker maker =
        new OutlookMaker(
            night,
            new GrowthForecaster(calibration),
            new OutlookMaker.Policy(capacity.horizonDays(), capacity.leadDays()),
            Amounts::of);
    ForecastPass pass =
        new ForecastPass(
            new ForecastPass.Ledger(series, new GrowthStateReader(client()), outlooks),
            apart(),
            apart(),
            capacity.horizonDays());
    List<Long> forecasts =
        Pieces.work(pieces, piece -> pass.forecast(run, night, piece, pieces, maker));
    Done done =
        new Done(
            listed.series(), listed.due(), forecasts.stream().mapToLong(Long::longValue).sum());
    apart.executeWithoutResult(status -> nights.done(night, done));
    return done;
  }

  private ScorePool learn(long run, LocalDate night, int pieces) {
    LearnPass pass = new LearnPass(series, new GrowthStateWriter(jdbc), apart(), apart());
    ScorePool pool = new ScorePool();
    Pieces.work(pieces, piece -> pass.learn(run, night, piece, pieces)).forEach(pool::merge);
    return pool;
  }

  private record Listed(long series, long due) {}

  private Listed listed(long run) {
    return client()
        .sql(
            """
            select count(*) as series, count(*) filter (where due) as due
            from staging.series where run_id = :run and forecast
            """)
        .param("run", run)
        .query((row, n) -> new Listed(row.getLong("series"), row.getLong("due")))
        .single();
  }

  private JdbcClient client() {
    return JdbcClient.create(jdbc);
  }

  /** A transaction of its own, whatever goes on around it. */
  private TransactionTemplate apart() {
    TransactionTemplate apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return apart;
  }
}
