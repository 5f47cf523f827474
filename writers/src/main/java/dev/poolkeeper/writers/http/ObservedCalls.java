package dev.poolkeeper.writers.http;

import dev.poolkeeper.processors.delivery.Outcome;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.net.URI;
import java.util.Map;

/**
 * Makes observations of calls to others. Told are methods, hosts and codes; never a path or a
 * query, which are as good as a password in the URL of most webhooks, nor what was sent or
 * answered.
 *
 * <p>Source: OpenTelemetry semantic conventions 1.45, "HTTP client span". There are none for SMTP.
 */
public final class ObservedCalls {

  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;
  private static final int LEAST_ERROR = 400;

  private ObservedCalls() {}

  /**
   * A request, not begun.
   *
   * @param headers where one is put that says what the request belongs to
   */
  static Observation http(
      ObservationRegistry to, HttpCall call, SenderContext<Map<String, String>> headers) {
    if (to.isNoop()) {
      return Observation.NOOP;
    }
    URI url = call.uri();
    boolean tls = "https".equals(url.getScheme());
    int port = url.getPort() >= 0 ? url.getPort() : tls ? HTTPS_PORT : HTTP_PORT;
    return at(
            Observation.createNotStarted("http.client.request", () -> headers, to),
            String.valueOf(url.getHost()),
            port)
        .contextualName(call.method())
        .lowCardinalityKeyValue("http.request.method", call.method());
  }

  /** What a request came to; a status of 400 and above is a failure, as no answer is. */
  static void note(Observation observed, HttpReply reply) {
    if (reply instanceof HttpReply.Answer answer) {
      String status = Integer.toString(answer.status());
      observed.lowCardinalityKeyValue("http.response.status_code", status);
      if (answer.status() >= LEAST_ERROR) {
        observed.lowCardinalityKeyValue("error.type", status);
      }
    } else if (reply instanceof HttpReply.NoAnswer none) {
      failed(observed, none.outcome());
    }
  }

  /**
   * A part of a conversation by SMTP, not begun.
   *
   * @param what {@code connect} or {@code send}
   */
  public static Observation smtp(ObservationRegistry to, String what, String host, int port) {
    if (to.isNoop()) {
      return Observation.NOOP;
    }
    return at(
            Observation.createNotStarted(
                "smtp.client." + what,
                () -> new SenderContext<Object>((carrier, key, value) -> {}, Kind.CLIENT),
                to),
            host,
            port)
        .contextualName("SMTP " + what)
        .lowCardinalityKeyValue("network.protocol.name", "smtp");
  }

  /** Notes of which kind a failure was. */
  public static void failed(Observation observed, Outcome outcome) {
    observed.lowCardinalityKeyValue("error.type", outcome.kind().word());
  }

  private static Observation at(Observation observed, String host, int port) {
    return observed
        .lowCardinalityKeyValue("server.address", host)
        .lowCardinalityKeyValue("server.port", Integer.toString(port));
  }
}
