package dev.poolkeeper.readers.kubernetes.live;

import dev.poolkeeper.processors.history.ClaimDay;
import dev.poolkeeper.readers.json.Values;
import dev.poolkeeper.readers.kubernetes.live.ClaimDays.Figure;
import dev.poolkeeper.readers.source.CheckLine;
import dev.poolkeeper.readers.source.Retry;
import dev.poolkeeper.readers.source.SourceFailure;
import dev.poolkeeper.readers.source.SourceUnavailable;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Past fill levels of claims, as a Prometheus remembers them from the kubelets: the last value of
 * each day. Asked for in portions of days, smaller ones where it finds them too large. Not
 * thread-safe.
 *
 * <p>Source: prometheus.io/docs, HTTP API, range queries.
 */
public final class PrometheusHistory {

  private static final int MOST_DAYS = 30;
  private static final long DAY_SECONDS = 86_400;

  private final String cluster;
  private final String matchers;
  private final PrometheusClient client;

  /**
   * @param cluster the cluster's name, for messages
   * @param callTimeout longest wait for one answer
   */
  public PrometheusHistory(
      String cluster, PrometheusAccess access, Duration callTimeout, Retry retry) {
    this(cluster, access, callTimeout, retry, ObservationRegistry.NOOP);
  }

  /** The same, with every call observed. */
  public PrometheusHistory(
      String cluster,
      PrometheusAccess access,
      Duration callTimeout,
      Retry retry,
      ObservationRegistry observations) {
    this.cluster = cluster;
    this.matchers =
        "{" + access.labels().strip().replaceFirst("^\\{", "").replaceFirst("}$", "") + "}";
    this.client = new PrometheusClient(cluster, access, callTimeout, retry, observations);
  }

  /**
   * Every point from the first to the last of these days, in portions of days, within each by
   * namespace, claim and day.
   *
   * @throws SourceFailure when a portion could not be read; the points before it were given
   */
  public void stream(LocalDate from, LocalDate to, Consumer<ClaimDay> points) {
    int most = MOST_DAYS;
    LocalDate first = from;
    while (!first.isAfter(to)) {
      int days = (int) Math.min(most, to.toEpochDay() - first.toEpochDay() + 1);
      ClaimDays portion = new ClaimDays(first, days);
      if (fill(portion, Figure.USED, first, days) && fill(portion, Figure.CAPACITY, first, days)) {
        portion.forEach(cluster, points);
        first = first.plusDays(days);
      } else if (days == 1) {
        throw new SourceUnavailable(
            client.where("ask for the claims of " + first),
            "one day of all claims is more than it lets one question cost",
            "narrow the label matchers, or raise query.max-samples and query.timeout there",
            null);
      } else {
        most = days / 2;
      }
    }
  }

  /** Whether it answers, and knows anything of the cluster's claims. */
  CheckLine check() {
    Answer answer =
        client.get(
            "/api/v1/query",
            Map.of("query", "count(" + byClaim(Figure.USED.metric() + matchers) + ")"),
            "count the claims");
    long claims =
        PrometheusClient.tooLarge(answer)
            ? 0
            : answer.tree().path("data").path("result").values().stream()
                .flatMap(series -> Values.text(series.path("value").path(1)).stream())
                .mapToLong(text -> Samples.bytes(text).orElse(0))
                .sum();
    return claims > 0
        ? CheckLine.ok(cluster, "Prometheus", "knows " + claims + " claims")
        : CheckLine.warning(
            cluster,
            "Prometheus",
            "answers, and knows no " + Figure.USED.metric() + matchers,
            "check the label matchers, and that it scrapes the kubelets");
  }

  /** Whether the question was small enough to be answered. */
  private boolean fill(ClaimDays portion, Figure figure, LocalDate first, int days) {
    String what = "ask for " + figure.metric();
    Answer answer =
        client.get(
            "/api/v1/query_range",
            Map.of(
                "query",
                byClaim("last_over_time(" + figure.metric() + matchers + "[1d])"),
                "start",
                Long.toString(endOf(first)),
                "end",
                Long.toString(endOf(first.plusDays(days - 1L))),
                "step",
                Long.toString(DAY_SECONDS)),
            what);
    if (PrometheusClient.tooLarge(answer)) {
      return false;
    }
    Optional<SourceFailure> failure =
        answer.read(
            parser ->
                new Samples(client.where(what))
                    .stream(parser, series -> put(portion, figure, series)));
    if (failure.isPresent()) {
      throw failure.get();
    }
    return true;
  }

  private static void put(ClaimDays portion, Figure figure, JsonNode series) {
    Optional<String> namespace = Values.text(series.path("metric").path("namespace"));
    Optional<String> claim = Values.text(series.path("metric").path("persistentvolumeclaim"));
    if (namespace.isEmpty() || claim.isEmpty()) {
      return;
    }
    for (JsonNode value : series.path("values").values()) {
      Optional<LocalDate> day = Samples.time(value.path(0)).map(PrometheusHistory::dayThatEnds);
      Optional<String> text = Values.text(value.path(1));
      if (day.isPresent() && text.isPresent()) {
        Samples.bytes(text.get())
            .ifPresent(
                bytes -> portion.put(figure, namespace.get(), claim.get(), day.get(), bytes));
      }
    }
  }

  /** A claim that is mounted on several nodes has a series of each. */
  private static String byClaim(String expression) {
    return "max by (namespace, persistentvolumeclaim) (" + expression + ")";
  }

  private static long endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }

  private static LocalDate dayThatEnds(long second) {
    return LocalDate.ofEpochDay(Math.floorDiv(second - 1, DAY_SECONDS));
  }
}
