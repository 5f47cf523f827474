package dev.poolkeeper.jobs;

import dev.poolkeeper.jobs.batch.Steps;
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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;

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
        .next(deliver) // outbox                      -> mails, tickets, chat, alerts: each once
        .build();
  }

  @Bean
  Step capture(Steps steps, SourcePartitioner sources, CaptureTasklet captureSource) {
    SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("capture-");
    threads.setTaskDecorator(StepLog::inContext);
    return steps.sideBySide("capture", "capture-source", sources, captureSource, threads);
  }

  @Bean
  @StepScope
  SourcePartitioner sources(JdbcClient jdbc, @Value("#{jobParameters['run']}") Long run) {
    return new SourcePartitioner(jdbc, run);
  }

  @Bean
  Step reconcile(Steps steps, ReconcileTasklet reconcile) {
    return steps.whole("reconcile", reconcile);
  }

  @Bean
  Step history(Steps steps, HistoryTasklet history) {
    return steps.whole("history", history);
  }

  @Bean
  Step growth(Steps steps, GrowthTasklet growth) {
    return steps.whole("growth", growth);
  }

  @Bean
  Step anomalies(Steps steps, AnomaliesTasklet anomalies) {
    return steps.whole("anomalies", anomalies);
  }

  @Bean
  Step retention(Steps steps, RetentionTasklet retention) {
    return steps.whole("retention", retention);
  }

  @Bean
  Step orphans(Steps steps, OrphansTasklet orphans) {
    return steps.whole("orphans", orphans);
  }

  @Bean
  Step findings(Steps steps, FindingsTasklet findings) {
    return steps.whole("findings", findings);
  }

  @Bean
  Step proposals(Steps steps, ProposalsTasklet proposals) {
    return steps.whole("proposals", proposals);
  }

  @Bean
  Step report(Steps steps, ReportTasklet report) {
    return steps.whole("report", report);
  }

  /** Without a transaction around it: what was handed over must not be forgotten. */
  @Bean
  Step deliver(Steps steps, DeliverTasklet deliverTasklet) {
    return steps.bitByBit("deliver", deliverTasklet);
  }
}
