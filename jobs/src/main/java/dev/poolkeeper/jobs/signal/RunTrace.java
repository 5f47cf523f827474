package dev.poolkeeper.jobs.signal;

import dev.poolkeeper.jobs.nightly.Progress;
import dev.poolkeeper.writers.trace.Span;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** One run as a trace: a span of its own, one of each step, one of each time others were asked. */
final class RunTrace implements Progress.Watch {

  /** A step that did not end well; why is in the log. */
  static final class StepFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final String id = Identity.hex(Identity.TRACE);
  private final ObservationRegistry observations = ObservationRegistry.create();
  private final SpanHandler handler;
  private final Observation run;
  private final Map<String, Observation> steps = new ConcurrentHashMap<>();

  RunTrace(String job, Clock clock) {
    this.handler = new SpanHandler(clock);
    observations.observationConfig().observationHandler(handler);
    this.run =
        Observation.createNotStarted("run", observations)
            .contextualName("run " + job)
            .lowCardinalityKeyValue("poolkeeper.job", job)
            .start();
  }

  /** 32 hexadecimal digits. */
  String id() {
    return id;
  }

  @Override
  public void started(String step) {
    steps.put(
        step,
        Observation.createNotStarted("step", observations)
            .contextualName("step " + step)
            .lowCardinalityKeyValue("poolkeeper.step", step)
            .parentObservation(run)
            .start());
  }

  @Override
  public void finished(String step, boolean well) {
    Observation ended = steps.remove(step);
    if (ended != null) {
      if (!well) {
        ended.error(new StepFailed());
      }
      ended.stop();
    }
  }

  @Override
  public <T> T asking(String step, String whom, String what, Supplier<T> work) {
    Observation call =
        Observation.createNotStarted("call", observations)
            .contextualName(whom + " " + what)
            .lowCardinalityKeyValue(SpanHandler.OUTWARD, "true")
            .lowCardinalityKeyValue("peer.service", whom)
            .parentObservation(steps.getOrDefault(step, run))
            .start();
    try {
      return work.get();
    } catch (RuntimeException e) {
      call.error(e);
      throw e;
    } finally {
      call.stop();
    }
  }

  /** Ends it, and gives all its spans. */
  List<Span> ended(int exitCode, boolean well) {
    steps.keySet().forEach(step -> finished(step, false));
    run.lowCardinalityKeyValue("process.exit.code", Integer.toString(exitCode));
    Optional.ofNullable(MDC.get("run"))
        .ifPresent(ledger -> run.highCardinalityKeyValue("poolkeeper.run", ledger));
    if (!well) {
      run.error(new StepFailed());
    }
    run.stop();
    return handler.spans();
  }
}
