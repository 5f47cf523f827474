package dev.poolkeeper.jobs;

import dev.poolkeeper.jobs.nightly.AnomaliesTasklet;
import dev.poolkeeper.jobs.nightly.CaptureTasklet;
import dev.poolkeeper.jobs.nightly.DeliverTasklet;
import dev.poolkeeper.jobs.nightly.FindingsTasklet;
import dev.poolkeeper.jobs.nightly.GrowthTasklet;
import dev.poolkeeper.jobs.nightly.HistoryTasklet;
import dev.poolkeeper.jobs.nightly.OrphansTasklet;
import dev.poolkeeper.jobs.nightly.ProposalsTasklet;
import dev.poolkeeper.jobs.nightly.ReconcileTasklet;
import dev.poolkeeper.jobs.nightly.ReportTasklet;
import dev.poolkeeper.jobs.nightly.RetentionTasklet;
import dev.poolkeeper.jobs.nightly.SourcePartitioner;
import dev.poolkeeper.jobs.nightly.StepLog;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/**
 * One night: read both worlds, join them, judge, and say so.
 *
 * <p>Steps hand on through Postgres, keyed by run id. Running it again for a date replaces that
 * date; a killed run goes on at the step it was in.
 */
@Configuration(proxyBeanMethods = false)
public class NightlyJob {

  public static final String NAME = "nightly";

  @Bean
  Job nightly(
      JobRepository jobRepository,
      Step capture,
      Step reconcile,
      Step history,
      Step growth,
      Step anomalies,
      Step retention,
      Step orphans,
      Step findings,
      Step proposals,
      Step report,
      Step deliver) {
    return new JobBuilder(NAME, jobRepository)
        .start(capture) // every source, side by side  -> staging, one capture row per part
        .next(reconcile) // staging                     -> objects, links and usage of the night
        .next(history) // snapshots, Prometheus       -> days that no night measured
        .next(growth) // past and tonight            -> a forecast per series
        .next(anomalies) // past and tonight            -> what behaves oddly, per series
        .next(retention) // snapshots and their owners   -> kept, overdue, missing, unowned, held
        .next(orphans) // all of the above            -> a verdict per suspicious subject
        .next(findings) // verdicts and yesterday      -> findings with their life over the nights
        .next(proposals) // confirmed findings         -> what may go, in which order, who decides
        .next(report) // marts                       -> nightly.html, .pdf, .json
        .next(deliver) // outbox                      -> mails, each once
        .build();
  }

  @Bean
  Step capture(
      JobRepository jobRepository,
      PlatformTransactionManager transactions,
      SourcePartitioner sources,
      CaptureTasklet captureSource,
      StepLog log) {
    SimpleAsyncTaskExecutor sideBySide = new SimpleAsyncTaskExecutor("capture-");
    sideBySide.setTaskDecorator(StepLog::inContext);
    Step oneSource =
        new StepBuilder("capture-source", jobRepository)
            .tasklet(captureSource, transactions)
            .build();
    return new StepBuilder("capture", jobRepository)
        .listener(log)
        .partitioner("capture-source", sources)
        .step(oneSource)
        .taskExecutor(sideBySide)
        .build();
  }

  @Bean
  @StepScope
  SourcePartitioner sources(JdbcClient jdbc, @Value("#{jobParameters['run']}") Long run) {
    return new SourcePartitioner(jdbc, run);
  }

  @Bean
  Step reconcile(
      JobRepository jobRepository,
      PlatformTransactionManager transactions,
      ReconcileTasklet reconcile,
      StepLog log) {
    return new StepBuilder("reconcile", jobRepository)
        .listener(log)
        .tasklet(reconcile, transactions)
        .build();
  }

  @Bean
  Step history(
      JobRepository jobRepository,
      PlatformTransactionManager transactions,
      HistoryTasklet history,
      StepLog log) {
    return new StepBuilder("history", jobRepository)
        .listener(log)
        .tasklet(history, transactions)
        .build();
  }

  @Bean
  Step growth(
      JobRepository jobRepository,
      PlatformTransactionManager transactions,
      GrowthTasklet growth,
      StepLog log) {
    return new StepBuilder("growth", jobRepository)
        .listener(log)
        .tasklet(growth, transactions)
        .build();
  }

  @Bean
  Step anomalies(
      JobRepository jobRepository,
      PlatformTransactionManager transactions,
      AnomaliesTasklet anomalies,
      StepLog log) {
    return new StepBuilder("anomalies", jobRepository)
        .listener(log)
        .tasklet(anomalies, transactions)
        .build();
  }

  @Bean
  Step retention(
      JobRepository jobRepository,
      PlatformTransactionManager transactions,
      RetentionTasklet retention,
      StepLog log) {
    return new StepBuilder("retention", jobRepository)
        .listener(log)
        .tasklet(retention, transactions)
        .build();
  }

  @Bean
  Step orphans(
      JobRepository jobRepository,
      PlatformTransactionManager transactions,
      OrphansTasklet orphans,
      StepLog log) {
    return new StepBuilder("orphans", jobRepository)
        .listener(log)
        .tasklet(orphans, transactions)
        .build();
  }

  @Bean
  Step findings(
      JobRepository jobRepository,
      PlatformTransactionManager transactions,
      FindingsTasklet findings,
      StepLog log) {
    return new StepBuilder("findings", jobRepository)
        .listener(log)
        .tasklet(findings, transactions)
        .build();
  }

  @Bean
  Step proposals(
      JobRepository jobRepository,
      PlatformTransactionManager transactions,
      ProposalsTasklet proposals,
      StepLog log) {
    return new StepBuilder("proposals", jobRepository)
        .listener(log)
        .tasklet(proposals, transactions)
        .build();
  }

  @Bean
  Step report(
      JobRepository jobRepository,
      PlatformTransactionManager transactions,
      ReportTasklet report,
      StepLog log) {
    return new StepBuilder("report", jobRepository)
        .listener(log)
        .tasklet(report, transactions)
        .build();
  }

  /** Without a transaction around it: what was handed over must not be forgotten. */
  @Bean
  Step deliver(
      JobRepository jobRepository,
      PlatformTransactionManager transactions,
      DeliverTasklet deliverTasklet,
      StepLog log) {
    return new StepBuilder("deliver", jobRepository)
        .listener(log)
        .tasklet(deliverTasklet, transactions)
        .transactionAttribute(
            new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED))
        .build();
  }
}
