package dev.poolkeeper.readers.kubernetes.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.processors.history.ClaimDay;
import dev.poolkeeper.readers.source.CheckLine.Outcome;
import dev.poolkeeper.readers.source.Retry;
import dev.poolkeeper.readers.source.Secret;
import dev.poolkeeper.readers.source.SourceContract;
import dev.poolkeeper.readers.source.SourceRefused;
import dev.poolkeeper.readers.source.SourceUnavailable;
import dev.poolkeeper.readers.source.TestCertificate;
import dev.poolkeeper.readers.source.TlsTrust;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrometheusHistoryTest {

  private static final String RANGE = "/prometheus/api/v1/query_range";
  private static final LocalDate DAY = LocalDate.parse("2026-02-01");
  private static final String NOTHING = matrix();

  private FakeApiServer server;

  @BeforeEach
  void start() throws Exception {
    server = FakeApiServer.plain();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private PrometheusHistory history(String labels) {
    return history(
        "http://localhost:" + server.port() + "/prometheus/",
        Optional.empty(),
        new TlsTrust.PublicAuthorities(),
        labels);
  }

  private static PrometheusHistory history(
      String url, Optional<Secret> token, TlsTrust trust, String labels) {
    return new PrometheusHistory(
        "prod-a",
        new PrometheusAccess(URI.create(url), token, trust, labels, 90),
        Duration.ofSeconds(20),
        new Retry(3, Duration.ofMillis(1)));
  }

  private static List<ClaimDay> read(PrometheusHistory history, LocalDate from, LocalDate to) {
    List<ClaimDay> points = new ArrayList<>();
    history.stream(from, to, points::add);
    return points;
  }

  private static String matrix(String... series) {
    return "{\"status\": \"success\", \"warnings\": [], \"data\": {\"resultType\": \"matrix\", \"result\": ["
        + String.join(", ", series)
        + "]}}";
  }

  private static String series(String claim, String... values) {
    return """
    {"metric": {"namespace": "media", "persistentvolumeclaim": "%s"}, "values": [%s]}"""
        .formatted(claim, String.join(", ", values));
  }

  /** The last value of a day. */
  private static String value(LocalDate day, String value) {
    return "[%d, \"%s\"]"
        .formatted(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond(), value);
  }

  private static ClaimDay point(String claim, LocalDate day, long used, long capacity) {
    return new ClaimDay(
        "prod-a",
        "media",
        claim,
        day,
        used < 0 ? OptionalLong.empty() : OptionalLong.of(used),
        capacity < 0 ? OptionalLong.empty() : OptionalLong.of(capacity));
  }

  @Test
  void bothFiguresOfADayMakeOnePoint() {
    server
        .on(
            RANGE,
            matrix(
                series("b", value(DAY, "7"), value(DAY.plusDays(1), "1.25e+10")),
                series("a", value(DAY, "0"))))
        .on(RANGE, matrix(series("a", value(DAY, "100")), series("b", value(DAY, "50"))));

    assertThat(read(history(""), DAY, DAY.plusDays(1)))
        .containsExactly(
            point("a", DAY, 0, 100),
            point("b", DAY, 7, 50),
            point("b", DAY.plusDays(1), 12_500_000_000L, -1));
  }

  @Test
  void whatIsNotMeasuredIsUnknown() {
    server
        .on(
            RANGE,
            matrix(
                series("gap", value(DAY, "NaN"), value(DAY.plusDays(2), "3")),
                series("zero", value(DAY, "0")),
                series("negative", value(DAY, "-1"), value(DAY.plusDays(1), "+Inf")),
                series("outside", value(DAY.minusDays(1), "9"), value(DAY.plusDays(3), "9")),
                "{\"metric\": {\"namespace\": \"media\"}, \"values\": [" + value(DAY, "1") + "]}"))
        .on(RANGE, matrix(series("zero", value(DAY, "0"))));

    assertThat(read(history(""), DAY, DAY.plusDays(2)))
        .containsExactly(point("gap", DAY.plusDays(2), 3, -1));
  }

  @Test
  void daysAreAskedForInPortionsWithTheMatchers() {
    server.on(RANGE, NOTHING);

    assertThat(read(history("cluster=\"prod-a\""), DAY, DAY.plusDays(30))).isEmpty();

    assertThat(server.requests()).hasSize(4);
    assertThat(URLDecoder.decode(server.requests().get(0), StandardCharsets.UTF_8))
        .isEqualTo(
            "GET "
                + RANGE
                + "?end=1772496000&query=max by (namespace, persistentvolumeclaim)"
                + " (last_over_time(kubelet_volume_stats_used_bytes{cluster=\"prod-a\"}[1d]))"
                + "&start=1769990400&step=86400");
    assertThat(server.requests().get(2)).contains("end=1772582400", "start=1772582400");
  }

  @Test
  void questionThatIsTooLargeIsAskedInSmallerPortions() {
    String tooMany =
        """
        {"status": "error", "errorType": "execution", "error": "query processing would load too many samples"}""";
    server
        .on(RANGE, 422, tooMany)
        .on(
            RANGE,
            503,
            "{\"status\": \"error\", \"errorType\": \"timeout\", \"error\": \"timed out\"}")
        .on(RANGE, matrix(series("a", value(DAY, "7"))))
        .on(RANGE, NOTHING);

    assertThat(read(history(""), DAY, DAY.plusDays(3))).containsExactly(point("a", DAY, 7, -1));
    assertThat(server.requests()).hasSize(2 + 2 * 4);
  }

  @Test
  void oneDayThatIsTooLargeIsGivenUpInWords() {
    server.on(RANGE, 422, "{\"status\": \"error\", \"errorType\": \"execution\"}");

    assertThatThrownBy(() -> read(history(""), DAY, DAY.plusDays(3)))
        .isInstanceOf(SourceUnavailable.class)
        .hasMessageStartingWith(
            "ask for the claims of 2026-02-01 of the Prometheus of cluster prod-a: one day of all"
                + " claims is more than it lets one question cost");
  }

  @Test
  void answersOfOthersEndInWords() {
    server.on(RANGE, "<html>log in</html>");
    assertThatThrownBy(() -> read(history(""), DAY, DAY))
        .isInstanceOf(SourceContract.class)
        .hasMessageContaining("an HTML page where JSON is expected");

    server.on("/api/v1/query_range", "{\"status\": \"success\"}");
    assertThatThrownBy(
            () ->
                read(
                    history(
                        "http://localhost:" + server.port(),
                        Optional.empty(),
                        new TlsTrust.PublicAuthorities(),
                        ""),
                    DAY,
                    DAY))
        .isInstanceOf(SourceContract.class)
        .hasMessageContaining("JSON without data.result, so no answer of Prometheus");
  }

  @Test
  void matchersThatCannotBeReadAreSaidSo() {
    server.on(
        RANGE,
        400,
        "{\"status\": \"error\", \"errorType\": \"bad_data\", \"error\": \"parse error: x\"}");

    assertThatThrownBy(() -> read(history("cluster=prod-a"), DAY, DAY))
        .isInstanceOf(SourceContract.class)
        .hasMessageContaining("HTTP 400: parse error: x. Next: check the label matchers");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void busyPrometheusIsAskedAgain() {
    server.on(RANGE, 503, "starting").on(RANGE, NOTHING);

    assertThat(read(history(""), DAY, DAY)).isEmpty();
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void tokenGoesOverTlsOnlyAndNeverIntoAMessage() throws Exception {
    Optional<Secret> token = Optional.of(new Secret("s3cret"));
    PrometheusHistory plain =
        history("http://localhost:" + server.port(), token, new TlsTrust.PublicAuthorities(), "");
    assertThatThrownBy(() -> read(plain, DAY, DAY))
        .isInstanceOf(SourceRefused.class)
        .hasMessageContaining("a token would go over plain HTTP")
        .hasMessageNotContaining("s3cret");
    assertThat(server.requests()).isEmpty();

    try (FakeApiServer tls = FakeApiServer.tls(TestCertificate.valid())) {
      tls.on("/api/v1/query_range", 401, "");
      TlsTrust pinned = new TlsTrust.Pinned(TestCertificate.valid().sha256());
      PrometheusHistory history = history("https://localhost:" + tls.port(), token, pinned, "");
      assertThatThrownBy(() -> read(history, DAY, DAY))
          .isInstanceOf(SourceRefused.class)
          .hasMessageContaining("it does not let us in (HTTP 401)");
      assertThat(tls.authorizations()).containsExactly("Bearer s3cret");
    }
  }

  @Test
  void unusableAuthoritiesAreSaidSo() {
    PrometheusHistory history =
        history(
            "https://localhost:1",
            Optional.empty(),
            new TlsTrust.Authorities(Path.of("no-such-file.pem")),
            "");

    assertThatThrownBy(() -> read(history, DAY, DAY))
        .isInstanceOf(SourceRefused.class)
        .hasMessageContaining("no-such-file.pem: there is no such file");
  }

  @Test
  void prometheusThatKnowsNoClaimIsAWarning() {
    server.on(
        "/prometheus/api/v1/query",
        "{\"status\": \"success\", \"data\": {\"resultType\": \"vector\", \"result\": []}}");

    assertThat(history("cluster=\"b\"").check())
        .satisfies(
            line -> {
              assertThat(line.outcome()).isEqualTo(Outcome.WARNING);
              assertThat(line.seen())
                  .isEqualTo(
                      "answers, and knows no kubelet_volume_stats_used_bytes{cluster=\"b\"}");
            });
  }
}
