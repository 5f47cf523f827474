package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.jobs.turn.Turns;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * Tells how each step went: in words on a terminal, as two log lines elsewhere. No step begins for
 * a run that has lost its turn.
 */
public final class StepLog implements StepExecutionListener {

  private static final Logger LOG = LoggerFactory.getLogger(StepLog.class);

  private final Progress progress;
  private final Turns turns;

  public StepLog(Progress progress, Turns turns) {
    this.progress = progress;
    this.turns = turns;
  }

  @Override
  public void beforeStep(StepExecution step) {
    MDC.put("job", step.getJobExecution().getJobInstance().getJobName());
    Long run = step.getJobParameters().getLong("run");
    if (run != null) {
      MDC.put("run", run.toString());
    }
    LOG.info("step={} status=started", step.getStepName());
    progress.started(step.getStepName());
    turns.check();
  }

  /** Work of another thread, whose log lines are of the same run. */
  public static Runnable inContext(Runnable work) {
    Map<String, String> context = MDC.getCopyOfContextMap();
    return () -> {
      if (context != null) {
        MDC.setContextMap(context);
      }
      work.run();
    };
  }

  @Override
  public @Nullable ExitStatus afterStep(StepExecution step) {
    LocalDateTime start = step.getStartTime();
    LocalDateTime end = LocalDateTime.now(java.time.ZoneId.systemDefault());
    long millis = start == null ? 0 : Duration.between(start, end).toMillis();
    LOG.info(
        "step={} status={} written={} ms={}",
        step.getStepName(),
        step.getExitStatus().getExitCode().toLowerCase(java.util.Locale.ROOT),
        step.getWriteCount(),
        millis);
    progress.finished(step.getStepName(), step.getFailureExceptions().isEmpty(), millis);
    return null;
  }
}
