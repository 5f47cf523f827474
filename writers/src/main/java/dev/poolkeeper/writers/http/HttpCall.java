package dev.poolkeeper.writers.http;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request.
 *
 * @param headers by name; their values are never shown
 * @param body UTF-8 text
 */
public record HttpCall(String method, URI uri, Map<String, String> headers, Optional<String> body) {

  public HttpCall {
    requireNonNull(method, "method");
    requireNonNull(uri, "uri");
    headers = Map.copyOf(headers);
    requireNonNull(body, "body");
  }

  public static HttpCall get(URI uri) {
    return new HttpCall("GET", uri, Map.of("Accept", "application/json"), Optional.empty());
  }

  /** A request with a JSON body. */
  public static HttpCall json(String method, URI uri, String body) {
    return new HttpCall(
        method,
        uri,
        Map.of("Accept", "application/json", "Content-Type", "application/json"),
        Optional.of(body));
  }

  /** The same with one header more. */
  public HttpCall with(String name, String value) {
    return with(Map.of(name, value));
  }

  HttpCall with(Map<String, String> others) {
    Map<String, String> more = new TreeMap<>(headers);
    more.putAll(others);
    return new HttpCall(method, uri, more, body);
  }

  /** Whether the other side may be asked twice and nothing happens twice. */
  boolean repeatable() {
    return method.equals("GET") || method.equals("PUT") || method.equals("DELETE");
  }

  byte[] bytes() {
    return body.orElse("").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return method + " " + uri.getPath();
  }
}
