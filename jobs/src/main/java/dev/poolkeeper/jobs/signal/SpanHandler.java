package dev.poolkeeper.jobs.signal;

import dev.poolkeeper.writers.trace.Span;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationView;
import io.micrometer.observation.transport.SenderContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Makes a span of every observation that has come to its end, from any thread. Of the calls below
 * one span the first are kept, and of the others the first that failed; the span says how many are
 * left out. So the trace of a large estate takes no more memory than that of a small one.
 */
final class SpanHandler implements ObservationHandler<Observation.Context> {

  /** Below one span, and as many again that failed. */
  static final int MOST_CALLS = 100;

  /** Of a whole trace, beside its steps. */
  static final int MOST_SPANS = 8_192;

  private static final String LEFT_OUT = "poolkeeper.calls.left_out";

  /** Every observation here has a name of its own; those of libraries may have none. */
  private static final String SOMETHING = "something";

  /** The run, and its steps, are always told. */
  private static final int STEP = 1;

  private static final int DEEPEST_CAUSE = 10;

  private final String trace;
  private final Clock clock;
  private final Supplier<Optional<Observation>> around;
  private final Queue<Span> spans = new ConcurrentLinkedQueue<>();
  private final AtomicInteger room = new AtomicInteger(MOST_SPANS);

  /**
   * @param trace 32 hexadecimal digits
   * @param around what something is part of when nobody says what it is part of
   */
  SpanHandler(String trace, Clock clock, Supplier<Optional<Observation>> around) {
    this.trace = trace;
    this.clock = clock;
    this.around = around;
  }

  @Override
  public boolean supportsContext(Observation.Context context) {
    return true;
  }

  @Override
  public void onStart(Observation.Context context) {
    if (context.getParentObservation() == null) {
      around.get().ifPresent(context::setParentObservation);
    }
    ObservationView parent = context.getParentObservation();
    int depth = parent == null ? 0 : Begun.of(parent.getContextView()).depth() + 1;
    boolean kept = context instanceof SenderContext || depth <= STEP || hasRoom();
    Begun begun = new Begun(clock.instant(), depth, kept);
    context.put(Begun.class, begun);
    if (context instanceof SenderContext<?> call) {
      passOn(call, begun.id());
    }
  }

  /** Source: W3C Trace Context, "traceparent": version, trace, span, and that it is recorded. */
  private <C> void passOn(SenderContext<C> call, String span) {
    C carrier = call.getCarrier();
    if (carrier != null) {
      call.getSetter().set(carrier, "traceparent", "00-%s-%s-01".formatted(trace, span));
    }
  }

  private boolean hasRoom() {
    return room.getAndDecrement() > 0;
  }

  @Override
  public void onStop(Observation.Context context) {
    Begun begun = Begun.of(context);
    Map<String, String> attributes = attributes(context, begun);
    boolean call = context instanceof SenderContext;
    if (call ? takes(context, attributes) : begun.kept()) {
      spans.add(
          new Span(
              begun.id(),
              Begun.keptAbove(context).map(Begun::id),
              Optional.ofNullable(context.getContextualName()).orElse(SOMETHING),
              call,
              begun.at(),
              clock.instant(),
              attributes));
    } else if (call) {
      Begun.keptAbove(context).ifPresent(Begun::leaveOut);
    }
  }

  private boolean takes(Observation.Context call, Map<String, String> attributes) {
    ObservationView parent = call.getParentObservation();
    return parent != null
        && Begun.of(parent.getContextView())
            .takes(attributes.containsKey(Span.ERROR_TYPE), MOST_CALLS)
        && hasRoom();
  }

  /** What an exception says of itself stays in the log; a collector gets its name only. */
  private static Map<String, String> attributes(Observation.Context context, Begun begun) {
    Map<String, String> attributes = new TreeMap<>();
    for (KeyValue pair : context.getAllKeyValues()) {
      attributes.put(pair.getKey(), pair.getValue());
    }
    Throwable error = context.getError();
    if (error != null) {
      attributes.putIfAbsent(Span.ERROR_TYPE, first(error).getClass().getName());
    }
    if (begun.leftOut() > 0) {
      attributes.put(LEFT_OUT, Integer.toString(begun.leftOut()));
    }
    return attributes;
  }

  /** What all others came from. */
  private static Throwable first(Throwable error) {
    Throwable first = error;
    for (int depth = 0; depth < DEEPEST_CAUSE && first.getCause() != null; depth++) {
      first = first.getCause();
    }
    return first;
  }

  List<Span> spans() {
    return new ArrayList<>(spans);
  }
}
