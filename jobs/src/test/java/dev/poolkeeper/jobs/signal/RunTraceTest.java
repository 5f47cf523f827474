package dev.poolkeeper.jobs.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.writers.trace.Span;
import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunTraceTest {

  private final RunTrace trace = new RunTrace("nightly", Clock.systemUTC());

  private void call(boolean well) {
    Observation call =
        Observation.createNotStarted(
                "call",
                () -> new SenderContext<Object>((carrier, key, value) -> {}, Kind.CLIENT),
                trace.observations())
            .contextualName("GET /things");
    if (!well) {
      call.lowCardinalityKeyValue(Span.ERROR_TYPE, "503");
    }
    call.observe(() -> {});
  }

  private void part(String whom, Runnable work) {
    trace.asking(
        whom,
        "things",
        () -> {
          work.run();
          return whom;
        },
        done -> Optional.empty());
  }

  private static Span named(List<Span> spans, String name) {
    return spans.stream().filter(span -> span.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void ofManyCallsTheFirstAreToldAndTheOthersCounted() {
    trace.started("capture");
    part(
        "nas1",
        () -> {
          for (int i = 0; i < 250; i++) {
            call(true);
          }
        });
    part("nas2", () -> call(true));
    trace.finished("capture", true);
    List<Span> spans = trace.ended(0, true);

    assertThat(spans.stream().filter(Span::outward)).hasSize(SpanHandler.MOST_CALLS + 1);
    assertThat(named(spans, "nas1 things").attributes())
        .containsEntry("poolkeeper.calls.left_out", "150");
    assertThat(named(spans, "nas2 things").attributes())
        .doesNotContainKey("poolkeeper.calls.left_out");
  }

  @Test
  void callThatFailedIsToldAmongManyThatDidNot() {
    part(
        "nas1",
        () -> {
          for (int i = 0; i < 500; i++) {
            call(i != 400);
          }
        });
    assertThat(trace.ended(0, true).stream().filter(Span::outward))
        .hasSize(SpanHandler.MOST_CALLS + 1)
        .filteredOn(span -> span.attributes().containsKey(Span.ERROR_TYPE))
        .hasSize(1);
  }

  @Test
  void traceOfALargeEstateHasABound() {
    trace.started("capture");
    for (int source = 0; source < 1_000; source++) {
      part(
          "nas" + source,
          () -> {
            for (int i = 0; i < 20; i++) {
              call(true);
            }
          });
    }
    trace.finished("capture", true);
    trace.started("deliver");
    trace.finished("deliver", true);
    List<Span> spans = trace.ended(0, true);

    assertThat(spans).hasSize(SpanHandler.MOST_SPANS + 3);
    assertThat(named(spans, "step deliver").parent()).contains(named(spans, "run nightly").id());
    long told = spans.stream().filter(Span::outward).count();
    long counted =
        spans.stream()
            .map(span -> span.attributes().getOrDefault("poolkeeper.calls.left_out", "0"))
            .mapToLong(Long::parseLong)
            .sum();
    assertThat(told + counted).as("every call is told or counted").isEqualTo(20_000);
    List<String> ids = spans.stream().map(Span::id).toList();
    assertThat(spans).allMatch(span -> span.parent().map(ids::contains).orElse(true));
  }

  @Test
  void whatAnotherThreadDoesIsPartOfTheStepThatIsOn() throws InterruptedException {
    trace.started("growth");
    Thread lease = new Thread(() -> call(true));
    lease.start();
    lease.join();
    trace.finished("growth", true);
    call(true);
    List<Span> spans = trace.ended(0, true);

    assertThat(spans.stream().filter(Span::outward).map(span -> span.parent().orElseThrow()))
        .containsExactly(named(spans, "step growth").id(), named(spans, "run nightly").id());
  }

  @Test
  void failureIsKnownByItsFirstCauseAndNotByItsWords() {
    try {
      part(
          "nas1",
          () -> {
            throw new IllegalStateException(
                "wrapped hunter2", new java.net.ConnectException("hunter2"));
          });
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessageContaining("hunter2");
    }
    Span part = named(trace.ended(6, false), "nas1 things");
    assertThat(part.attributes())
        .containsEntry(Span.ERROR_TYPE, "java.net.ConnectException")
        .doesNotContainValue("hunter2");
  }
}
