package dev.poolkeeper.jobs.signal;

import dev.poolkeeper.writers.trace.Span;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationView;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Makes a span of every observation that has come to its end. From any thread. */
final class SpanHandler implements ObservationHandler<Observation.Context> {

  /** An attribute with this name is none: it says that somebody else was asked. */
  static final String OUTWARD = "outward";

  /** Every observation here has a name of its own; those of libraries may have none. */
  private static final String SOMETHING = "something";

  private record Begun(String id, Instant at) {}

  private final Clock clock;
  private final Queue<Span> spans = new ConcurrentLinkedQueue<>();

  SpanHandler(Clock clock) {
    this.clock = clock;
  }

  @Override
  public boolean supportsContext(Observation.Context context) {
    return true;
  }

  @Override
  public void onStart(Observation.Context context) {
    context.put(Begun.class, new Begun(Identity.hex(Identity.SPAN), clock.instant()));
  }

  /** What an exception says of itself stays in the log; a collector gets its name only. */
  @Override
  public void onStop(Observation.Context context) {
    Begun begun = context.getRequired(Begun.class);
    Map<String, String> attributes = new TreeMap<>();
    for (KeyValue pair : context.getAllKeyValues()) {
      attributes.put(pair.getKey(), pair.getValue());
    }
    boolean outward = attributes.remove(OUTWARD) != null;
    spans.add(
        new Span(
            begun.id(),
            Optional.ofNullable(context.getParentObservation()).map(SpanHandler::id),
            Optional.ofNullable(context.getContextualName()).orElse(SOMETHING),
            outward,
            begun.at(),
            clock.instant(),
            attributes,
            Optional.ofNullable(context.getError()).map(e -> e.getClass().getSimpleName())));
  }

  private static String id(ObservationView parent) {
    return parent.getContextView().<Begun>getRequired(Begun.class).id();
  }

  List<Span> spans() {
    return new ArrayList<>(spans);
  }
}
