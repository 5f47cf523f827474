package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.jobs.NightlyJob;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.delivery.Intents;
import dev.poolkeeper.jobs.delivery.PostRoom;
import dev.poolkeeper.jobs.growth.NightlyGrowth;
import dev.poolkeeper.jobs.live.ConfiguredClaimHistory;
import dev.poolkeeper.jobs.turn.StopSignal;
import dev.poolkeeper.jobs.turn.Turns;
import dev.poolkeeper.processors.report.NightlyReportAssembler;
import dev.poolkeeper.readers.ledger.AnomalyReader;
import dev.poolkeeper.readers.ledger.FindingReader;
import dev.poolkeeper.readers.ledger.FindingScopeReader;
import dev.poolkeeper.readers.ledger.HeldReader;
import dev.poolkeeper.readers.ledger.NightFactsReader;
import dev.poolkeeper.readers.ledger.PrometheusAnswers;
import dev.poolkeeper.readers.ledger.PromiseReader;
import dev.poolkeeper.readers.ledger.RowHistoryReader;
import dev.poolkeeper.readers.ledger.RulingReader;
import dev.poolkeeper.readers.ledger.SeriesReader;
import dev.poolkeeper.readers.ledger.StagedInventory;
import dev.poolkeeper.readers.ledger.StagedSnapshots;
import dev.poolkeeper.readers.ledger.ThreadReader;
import dev.poolkeeper.readers.ledger.ThresholdReader;
import dev.poolkeeper.readers.ledger.VerdictReader;
import dev.poolkeeper.writers.http.CallContext;
import dev.poolkeeper.writers.ledger.AnomalyWriter;
import dev.poolkeeper.writers.ledger.ExceptionWriter;
import dev.poolkeeper.writers.ledger.FindingScopeWriter;
import dev.poolkeeper.writers.ledger.FindingWriter;
import dev.poolkeeper.writers.ledger.HeldWriter;
import dev.poolkeeper.writers.ledger.HistoryWriter;
import dev.poolkeeper.writers.ledger.LedgerWriter;
import dev.poolkeeper.writers.ledger.MatchWriter;
import dev.poolkeeper.writers.ledger.ProtectionWriter;
import dev.poolkeeper.writers.ledger.RetentionWriter;
import dev.poolkeeper.writers.ledger.RulingWriter;
import dev.poolkeeper.writers.ledger.RunWriter;
import dev.poolkeeper.writers.ledger.ScoreWriter;
import dev.poolkeeper.writers.ledger.StagingWriter;
import dev.poolkeeper.writers.ledger.VerdictWriter;
import dev.poolkeeper.writers.ledger.WithheldWriter;
import dev.poolkeeper.writers.report.NightlyReportWriter;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The parts list of the nightly job. The ledger and the configuration are given from outside. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({NightlyJob.class, StepParts.class})
public class NightlyApplication {

  @Bean
  NightlyRunner nightlyRunner(
      Turns turns,
      JobOperator operator,
      JobRepository repository,
      Job nightly,
      NightlyRunner.Runs runs,
      Configuration configuration,
      Clock clock) {
    return new NightlyRunner(
        turns, new NightlyRunner.Batch(operator, repository, nightly), runs, configuration, clock);
  }

  @Bean
  NightlyRunner.Runs runs(
      InventorySources sources,
      JdbcClient jdbc,
      StagedInventory staged,
      RunWriter runs,
      LedgerWriter ledger) {
    return new NightlyRunner.Runs(sources, new OpenRuns(jdbc, staged, runs), runs, ledger);
  }

  @Bean
  CaptureTasklet captureTasklet(
      JdbcTemplate jdbc, JsonMapper json, InventorySources sources, Progress progress) {
    return new CaptureTasklet(new StagingWriter(jdbc, json), sources);
  }

  @Bean
  ReconcileTasklet reconcileTasklet(
      TonightsInventory tonight,
      Trust trust,
      JdbcTemplate jdbc,
      LedgerWriter ledger,
      JsonMapper json) {
    return new ReconcileTasklet(
        tonight,
        trust,
        new ReconcileTasklet.Writers(new MatchWriter(jdbc, json), new HeldWriter(jdbc), ledger));
  }

  @Bean
  HistoryTasklet historyTasklet(
      StagedInventory staged, ClaimHistory past, JdbcTemplate jdbc, JsonMapper json) {
    HistoryWriter history = new HistoryWriter(jdbc, json);
    PrometheusAnswers answers = new PrometheusAnswers(JdbcClient.create(jdbc));
    return new HistoryTasklet(
        staged,
        history,
        new MissingClaimDays(past, answers, history),
        HistoryWriter.LOOK_BACK_DAYS);
  }

  @Bean
  GrowthTasklet growthTasklet(
      JdbcTemplate jdbc,
      DataSource dataSource,
      PlatformTransactionManager transactions,
      Configuration configuration) {
    return new GrowthTasklet(
        new HeldReader(jdbc),
        new NightlyGrowth(dataSource, transactions, configuration.capacity()));
  }

  @Bean
  ClaimHistory claimHistory(Configuration configuration, Progress progress) {
    return new ConfiguredClaimHistory(configuration.live(), progress.watch().observations());
  }

  @Bean
  AnomaliesTasklet anomaliesTasklet(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      JdbcTemplate jdbc,
      Configuration configuration) {
    JdbcClient client = JdbcClient.create(jdbc);
    return new AnomaliesTasklet(
        new NightlyAnomalies(
            new SeriesPieces(new SeriesReader(dataSource), transactions),
            new NightlyAnomalies.Ledger(
                new AnomalyReader(client),
                new ThresholdReader(client),
                new AnomalyWriter(jdbc),
                client),
            configuration.watchPolicy()));
  }

  @Bean
  RetentionTasklet retentionTasklet(
      TonightsInventory tonight,
      DataSource dataSource,
      JdbcTemplate jdbc,
      JsonMapper json,
      Configuration configuration) {
    return new RetentionTasklet(
        tonight,
        new HeldReader(jdbc),
        new StagedSnapshots(dataSource, json),
        new PromiseReader(JdbcClient.create(jdbc)),
        new RetentionWriter(jdbc),
        configuration);
  }

  @Bean
  OrphansTasklet orphansTasklet(
      TonightsInventory tonight, JdbcTemplate jdbc, JsonMapper json, Configuration configuration) {
    return new OrphansTasklet(
        tonight,
        new HeldReader(jdbc),
        JdbcClient.create(jdbc),
        new OrphansTasklet.Writers(
            new VerdictWriter(jdbc),
            new RulingWriter(jdbc),
            new WithheldWriter(jdbc),
            new ProtectionWriter(jdbc),
            new FindingScopeWriter(jdbc, json)),
        configuration);
  }

  @Bean
  FindingsTasklet findingsTasklet(
      StagedInventory staged,
      JdbcTemplate jdbc,
      RunWriter runs,
      Configuration configuration,
      Intents intents) {
    JdbcClient client = JdbcClient.create(jdbc);
    return new FindingsTasklet(
        new FindingsTasklet.Sources(
            staged,
            new HeldReader(jdbc),
            new VerdictReader(client),
            new RulingReader(client),
            new FindingReader(client),
            new FindingScopeReader(client, jsonMapper())),
        new FindingsTasklet.Writers(
            new FindingWriter(jdbc),
            new ExceptionWriter(jdbc),
            new ScoreWriter(jdbc),
            new FindingScopeWriter(jdbc, jsonMapper()),
            intents),
        runs,
        configuration);
  }

  @Bean
  ProposalsTasklet proposalsTasklet(
      TonightsInventory tonight,
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      JsonMapper json,
      Intents intents,
      Configuration configuration,
      CallContext calls) {
    return new ProposalsTasklet(
        tonight,
        ProposalsTasklet.Ledger.of(jdbc, new TransactionTemplate(transactions), json, intents),
        new ThreadReader(JdbcClient.create(jdbc))::reference,
        configuration,
        calls);
  }

  @Bean
  ReportTasklet reportTasklet(JdbcClient jdbc, JsonMapper json, Configuration configuration) {
    return new ReportTasklet(
        new NightFactsReader(jdbc, json),
        new NightlyReportAssembler(),
        new NightlyReportWriter(configuration.report().zone(), configuration.report().paper()));
  }

  @Bean
  Intents intents(JdbcClient jdbc, JsonMapper json, Configuration configuration, Clock clock) {
    return Intents.of(configuration, jdbc, json, clock);
  }

  @Bean
  DeliverTasklet deliverTasklet(
      JdbcClient jdbc,
      JsonMapper json,
      Configuration configuration,
      Clock clock,
      Progress progress) {
    return new DeliverTasklet(
        new PostRoom(configuration, jdbc, json, clock, StopSignal.ofProcess()::pause)
            .watchedBy(progress.watch()));
  }

  @Bean
  StagedInventory stagedInventory(DataSource dataSource, JsonMapper json) {
    return new StagedInventory(dataSource, json);
  }

  @Bean
  TonightsInventory tonightsInventory(
      StagedInventory staged, PlatformTransactionManager transactions) {
    return new TonightsInventory(staged, new TransactionTemplate(transactions));
  }

  @Bean
  Trust trust(JdbcTemplate jdbc, Configuration configuration) {
    return new Trust(new RowHistoryReader(jdbc), configuration);
  }

  @Bean
  RunWriter runWriter(JdbcClient jdbc, JsonMapper json) {
    return new RunWriter(jdbc, json);
  }

  @Bean
  LedgerWriter ledgerWriter(JdbcClient jdbc) {
    return new LedgerWriter(jdbc);
  }

  @Bean
  JsonMapper jsonMapper() {
    return new JsonMapper();
  }
}
