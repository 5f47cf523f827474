package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.jobs.configuration.SignalSettings.Ping;
import dev.poolkeeper.jobs.configuration.SignalSettings.Tracing;
import dev.poolkeeper.writers.http.HttpPlace;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@code poolkeeper.ping} and {@code poolkeeper.tracing}; the latter also from the variables
 * that OpenTelemetry has for it. Source: OpenTelemetry specification, "OTLP exporter
 * configuration".
 */
final class SignalSections {

  /** None of it is worth that a run waits for it. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private static final Set<String> JOBS = Set.of("nightly", "weekly-capacity");
  private static final Logger LOG = LoggerFactory.getLogger(SignalSections.class);
  private static final List<String> SECRETS = List.of("token-file", "password-file", "ca-file");
  private static final String TRACES = "/v1/traces";

  private SignalSections() {}

  static SignalSettings read(Values values, SecretFiles secrets) {
    return new SignalSettings(
        ping(values.below("ping"), secrets), tracing(values.below("tracing"), secrets));
  }

  /**
   * The trace alone, for a job that tells nobody else. A job that is not given the secrets of the
   * collector sends none, and does its work.
   */
  static SignalSettings traceOnly(Values values, SecretFiles secrets) {
    Values section = values.below("tracing");
    Optional<Path> missing =
        SECRETS.stream()
            .flatMap(key -> section.path(key).stream())
            .filter(file -> !Files.isReadable(file))
            .findFirst();
    if (missing.isPresent()) {
      LOG.warn(
          "tracing=skipped seen=\"{} cannot be read\" next=\"give this job the file, or set no"
              + " tracing for it\"",
          missing.get());
      return SignalSettings.NONE;
    }
    return new SignalSettings(Optional.empty(), tracing(section, secrets));
  }

  private static Optional<Ping> ping(Values section, SecretFiles secrets) {
    if (!section.written()) {
      return Optional.empty();
    }
    HttpPlace place = new ChannelHttp(section, secrets).secretPlace("https://hc-ping.com/UUID");
    List<String> jobs = section.words("jobs");
    if (!JOBS.containsAll(jobs)) {
      section.problem("jobs", String.join(", ", jobs), "nightly, weekly-capacity, or both");
    }
    return Optional.of(
        new Ping(
            quick(place),
            section.flag("start", true),
            jobs.isEmpty() ? Set.of("nightly") : Set.copyOf(jobs)));
  }

  private static Optional<Tracing> tracing(Values section, SecretFiles secrets) {
    ChannelHttp http = new ChannelHttp(section, secrets);
    Map<String, String> resource = new TreeMap<>(LabelList.attributes(section, "resource"));
    resource.put("service.name", section.variable("OTEL_SERVICE_NAME").orElse("poolkeeper"));
    Optional<String> authorization = http.authorization();
    if (section.text("url").isPresent()) {
      HttpPlace place = http.place("http://collector.monitoring.svc:4318");
      return Optional.of(
          new Tracing(quick(at(place, below(place.url()))), authorization, resource));
    }
    return environment(section)
        .map(
            url ->
                new Tracing(
                    new HttpPlace(url, false, Optional.empty(), Optional.empty(), LONGEST_WAIT),
                    authorization,
                    resource));
  }

  /** A variable that is no URL is as good as none: it was not set for this program alone. */
  private static Optional<URI> environment(Values section) {
    return section
        .variable("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
        .flatMap(SignalSections::url)
        .or(
            () ->
                section
                    .variable("OTEL_EXPORTER_OTLP_ENDPOINT")
                    .flatMap(SignalSections::url)
                    .map(SignalSections::below));
  }

  private static Optional<URI> url(String text) {
    try {
      URI url = new URI(text);
      boolean good =
          url.getHost() != null && url.getScheme() != null && url.getScheme().matches("https?");
      return good ? Optional.of(url) : Optional.empty();
    } catch (URISyntaxException noUrl) {
      return Optional.empty();
    }
  }

  private static URI below(URI base) {
    String text = base.toString().replaceFirst("/+$", "");
    return text.endsWith(TRACES) ? base : URI.create(text + TRACES);
  }

  private static HttpPlace quick(HttpPlace place) {
    return new HttpPlace(
        place.url(),
        place.secretUrl(),
        place.authorities(),
        place.proxy(),
        place.timeout().compareTo(LONGEST_WAIT) < 0 ? place.timeout() : LONGEST_WAIT);
  }

  private static HttpPlace at(HttpPlace place, URI url) {
    return new HttpPlace(
        url, place.secretUrl(), place.authorities(), place.proxy(), place.timeout());
  }
}
