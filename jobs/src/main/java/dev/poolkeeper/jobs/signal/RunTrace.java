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
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** One run as a trace: a span of its own, one of each step, one of each time others were asked. */
final class RunTrace implements Progress.Watch {

  /** A step that did not end well; why is in the log. */
  static final class StepFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final String id = Identity.hex(Identity.TRACE);
  private final ObservationRegistry registry = ObservationRegistry.create();
  private final SpanHandler handler;
  private final Observation run;
  private final Map<String, Observation> steps = new ConcurrentHashMap<>();

  /** The step that is on, or the run between two steps; what other threads do is part of it. */
  private volatile Optional<Observation> current = Optional.empty();

  RunTrace(String job, Clock clock) {
    this.handler = new SpanHandler(id, clock, () -> current);
    registry.observationConfig().observationHandler(handler);
    this.run =
        Observation.createNotStarted("run", registry)
            .contextualName("run " + job)
            .lowCardinalityKeyValue("poolkeeper.job", job)
            .start();
    this.current = Optional.of(run);
  }

  /** 32 hexadecimal digits. */
  String id() {
    return id;
  }

  @Override
  public void started(String step) {
    Observation begun =
        Observation.createNotStarted("step", registry)
            .contextualName("step " + step)
            .lowCardinalityKeyValue("poolkeeper.step", step)
            .parentObservation(run)
            .start();
    steps.put(step, begun);
    current = Optional.of(begun);
  }

  @Override
  public void finished(String step, boolean well) {
    Observation ended = steps.remove(step);
    if (ended != null) {
      if (!well) {
        ended.error(new StepFailed());
      }
      ended.stop();
      current = Optional.of(run);
    }
  }

  @Override
  public <T> T asking(
      String whom, String what, Supplier<T> work, Function<T, Optional<String>> failure) {
    Observation part =
        Observation.createNotStarted("part", registry)
            .contextualName(whom + " " + what)
            .lowCardinalityKeyValue("poolkeeper.peer", whom);
    return part.observe(
        () -> {
          T answer = work.get();
          failure
              .apply(answer)
              .ifPresent(kind -> part.lowCardinalityKeyValue(Span.ERROR_TYPE, kind));
          return answer;
        });
  }

  @Override
  public ObservationRegistry observations() {
    return registry;
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
