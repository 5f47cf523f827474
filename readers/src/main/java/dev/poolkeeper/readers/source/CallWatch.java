package dev.poolkeeper.readers.source;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.net.URI;

/**
 * Makes an observation of each call to one other system. Told are hosts, methods, paths with braces
 * in place of names, and codes; never a query, a name of an object, a credential or an answer.
 *
 * <p>Source: OpenTelemetry semantic conventions 1.45, "HTTP client span" and "JSON-RPC client
 * span".
 */
public final class CallWatch {

  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;
  private static final int LEAST_ERROR = 400;

  private final ObservationRegistry observations;
  private final URI url;

  /**
   * @param observations who is told; nothing is made for one that does nothing
   * @param url of the system
   */
  public CallWatch(ObservationRegistry observations, URI url) {
    this.observations = observations;
    this.url = url;
  }

  /** Whether nobody is told. */
  public boolean isNobody() {
    return observations.isNoop();
  }

  /**
   * A request, not begun.
   *
   * @param template its path, with braces in place of names
   * @param resends how often it was sent before
   */
  public Observation http(String method, String template, int resends) {
    if (isNobody()) {
      return Observation.NOOP;
    }
    Observation call =
        call("http.client.request", method + " " + template)
            .lowCardinalityKeyValue("http.request.method", method)
            .lowCardinalityKeyValue("url.template", template);
    return resends > 0
        ? call.highCardinalityKeyValue("http.request.resend_count", Integer.toString(resends))
        : call;
  }

  /**
   * A call by JSON-RPC 2.0, not begun.
   *
   * @param resends how often it was sent before
   */
  public Observation jsonRpc(String method, int resends) {
    if (isNobody()) {
      return Observation.NOOP;
    }
    Observation call =
        call("rpc.client.call", method)
            .lowCardinalityKeyValue("rpc.system.name", "jsonrpc")
            .lowCardinalityKeyValue("jsonrpc.protocol.version", "2.0")
            .lowCardinalityKeyValue("rpc.method", method);
    return resends > 0
        ? call.highCardinalityKeyValue("poolkeeper.resend_count", Integer.toString(resends))
        : call;
  }

  private Observation call(String kind, String name) {
    boolean tls = "https".equals(url.getScheme());
    int port = url.getPort() >= 0 ? url.getPort() : tls ? HTTPS_PORT : HTTP_PORT;
    return Observation.createNotStarted(
            kind,
            () -> new SenderContext<Object>((carrier, key, value) -> {}, Kind.CLIENT),
            observations)
        .contextualName(name)
        .lowCardinalityKeyValue("server.address", String.valueOf(url.getHost()))
        .lowCardinalityKeyValue("server.port", Integer.toString(port));
  }

  /** Notes which HTTP status was answered; one of 400 and above is a failure. */
  public static void answered(Observation call, int status) {
    call.lowCardinalityKeyValue("http.response.status_code", Integer.toString(status));
    if (status >= LEAST_ERROR) {
      call.lowCardinalityKeyValue("error.type", Integer.toString(status));
    }
  }

  /** Notes that an error of JSON-RPC was answered. */
  public static void refused(Observation call, String code) {
    call.lowCardinalityKeyValue("rpc.response.status_code", code)
        .lowCardinalityKeyValue("error.type", code);
  }
}
