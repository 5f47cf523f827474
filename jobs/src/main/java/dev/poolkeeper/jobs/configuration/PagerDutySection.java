package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.processors.delivery.Route;
import dev.poolkeeper.processors.finding.CodeGroup;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.finding.SubjectMatch;
import dev.poolkeeper.readers.source.Secret;
import dev.poolkeeper.writers.http.HttpCaller;
import dev.poolkeeper.writers.http.HttpPlace;
import dev.poolkeeper.writers.paging.PagerDutyChannel;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Reads what a channel of type {@code pagerduty} has of its own. */
final class PagerDutySection {

  /** What is worth waking somebody: what is critical, and a source not seen two nights running. */
  static final List<Route> USUAL =
      List.of(
          new Route(Optional.empty(), Severity.CRITICAL, SubjectMatch.ALL, 1),
          new Route(
              CodeGroup.parse(List.of(FindingCode.INVENTORY_INCOMPLETE.code())),
              Severity.INFO,
              SubjectMatch.ALL,
              2));

  private static final URI EVENTS = URI.create("https://events.pagerduty.com");

  private PagerDutySection() {}

  static ChannelOpener read(Values section, SecretFiles secrets) {
    HttpPlace place = new ChannelHttp(section, secrets).place(EVENTS);
    if (section.text("routing-key-file").isEmpty()) {
      section.missing("routing-key-file", "a file with the key of an integration Events API v2");
    }
    Optional<String> key = secrets.secret(section, "routing-key-file").map(Secret::value);
    return (texts, context) ->
        new PagerDutyChannel(new HttpCaller(place, context), key.orElse(""), context.clock());
  }
}
