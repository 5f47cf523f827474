package dev.poolkeeper.tests.simulator;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Prometheus that knows one question: {@code query_range} for metrics given in code. Of a query
 * it understands the metric's name and a range in brackets, and nothing else.
 */
public final class PrometheusSimulator implements AutoCloseable {

  /** The subject for faults. */
  public static final String QUERY_RANGE = "query_range";

  private static final Duration LOOK_BACK = Duration.ofMinutes(5);
  private static final int MOST_POINTS = 11_000;
  private static final Pattern RANGE = Pattern.compile("\\[(\\d+)([smhdw])]");
  private static final Map<String, Integer> SECONDS =
      Map.of("s", 1, "m", 60, "h", 3600, "d", 86_400, "w", 604_800);

  private record Series(
      String metric, Map<String, String> labels, NavigableMap<Long, Double> samples) {}

  private final List<Series> series = new ArrayList<>();
  private final List<String> queries = new ArrayList<>();
  private final Faults faults = new Faults();
  private final Vertx vertx = Serving.vertx();
  private final Serving serving;

  private PrometheusSimulator(SimulatorTls tls) {
    serving = Serving.open(vertx, tls, 0, this::handle);
  }

  public static PrometheusSimulator start(SimulatorTls tls) {
    return new PrometheusSimulator(tls);
  }

  /** Adds a series, such as {@code kubelet_volume_stats_used_bytes} of one claim. */
  public synchronized PrometheusSimulator series(
      String metric, Map<String, String> labels, Map<Instant, Double> samples) {
    NavigableMap<Long, Double> bySecond = new TreeMap<>();
    samples.forEach((time, value) -> bySecond.put(time.getEpochSecond(), value));
    series.add(new Series(metric, Map.copyOf(labels), bySecond));
    return this;
  }

  public String httpsUrl() {
    return "https://localhost:" + serving.securePort();
  }

  public String httpUrl() {
    return "http://localhost:" + serving.plainPort();
  }

  public Faults faults() {
    return faults;
  }

  /** The queries, in the order in which they arrived. */
  public synchronized List<String> queries() {
    return List.copyOf(queries);
  }

  private void handle(HttpServerRequest request) {
    if (!"/api/v1/query_range".equals(request.path())) {
      NasHttp.notFound(request);
      return;
    }
    request.setExpectMultipart(request.method().name().equals("POST"));
    request.endHandler(
        ended -> {
          Optional<Fault> fault = faults.next(QUERY_RANGE);
          HttpFault broken = new HttpFault(request, vertx, Pace.quick());
          if (fault.isPresent() && !HttpFault.spoilsAnswer(fault.get())) {
            broken.replace(fault.get());
            return;
          }
          MultiMap parameters = request.params().addAll(request.formAttributes());
          request.response().putHeader("Content-Type", "application/json");
          broken.send(Chunks.of(answer(request, parameters).toString()), fault);
        });
  }

  private synchronized ObjectNode answer(HttpServerRequest request, MultiMap parameters) {
    String query = String.valueOf(parameters.get("query"));
    queries.add(query);
    long start = seconds(parameters.get("start"));
    long end = seconds(parameters.get("end"));
    long step = step(parameters.get("step"));
    if ((end - start) / step > MOST_POINTS) {
      request.response().setStatusCode(400);
      return Trees.object()
          .put("status", "error")
          .put("errorType", "bad_data")
          .put("error", "exceeded maximum resolution of 11,000 points per timeseries");
    }
    ObjectNode answer = Trees.object().put("status", "success");
    ArrayNode result = answer.putObject("data").put("resultType", "matrix").putArray("result");
    for (Series one : series) {
      if (query.contains(one.metric())) {
        add(result, one, start, end, step, range(query));
      }
    }
    return answer;
  }

  private static void add(
      ArrayNode result, Series one, long start, long end, long step, long lookBack) {
    ObjectNode entry = Trees.object();
    ObjectNode metric = entry.putObject("metric").put("__name__", one.metric());
    one.labels().forEach(metric::put);
    ArrayNode values = entry.putArray("values");
    for (long time = start; time <= end; time += step) {
      Map.Entry<Long, Double> latest = one.samples().floorEntry(time);
      if (latest != null && latest.getKey() > time - lookBack) {
        values.addArray().add(time).add(String.valueOf(latest.getValue()));
      }
    }
    if (!values.isEmpty()) {
      result.add(entry);
    }
  }

  private static long range(String query) {
    Matcher range = RANGE.matcher(query);
    return range.find()
        ? Long.parseLong(range.group(1)) * SECONDS.getOrDefault(range.group(2), 1)
        : LOOK_BACK.toSeconds();
  }

  /** A time in seconds or as RFC 3339. */
  private static long seconds(String time) {
    return time.matches("[0-9.eE+]+")
        ? (long) Double.parseDouble(time)
        : Instant.parse(time).getEpochSecond();
  }

  private static long step(String step) {
    Matcher unit = Pattern.compile("(\\d+)([smhdw])").matcher(step);
    return Math.max(
        1,
        unit.matches()
            ? Long.parseLong(unit.group(1)) * SECONDS.getOrDefault(unit.group(2), 1)
            : (long) Double.parseDouble(step));
  }

  @Override
  public void close() {
    serving.close();
  }
}
