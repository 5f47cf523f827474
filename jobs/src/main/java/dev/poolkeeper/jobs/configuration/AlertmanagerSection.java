package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.writers.alert.AlertmanagerChannel;
import dev.poolkeeper.writers.alert.AlertmanagerChannel.Terms;
import dev.poolkeeper.writers.alert.Alertmanagers;
import dev.poolkeeper.writers.http.HttpCaller;
import dev.poolkeeper.writers.http.HttpPlace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads what a channel of type {@code alertmanager} has of its own. */
final class AlertmanagerSection {

  /** A night, and two hours for one that is late. */
  private static final Duration EXPIRES = Duration.ofHours(26);

  private static final List<String> TAKEN =
      List.of(
          "alertname",
          "code",
          "severity",
          "source",
          "subject",
          "topic",
          "service",
          "namespace",
          "pool",
          "demo",
          "proposal");

  private AlertmanagerSection() {}

  static ChannelOpener read(Values section, SecretFiles secrets) {
    ChannelHttp http = new ChannelHttp(section, secrets);
    List<HttpPlace> places = http.places("https://alertmanager.example.com");
    Optional<String> authorization = http.authorization();
    Terms terms =
        new Terms(
            section.wait("expires-after", EXPIRES), LabelList.labels(section, "labels", TAKEN));
    return (texts, context) ->
        new AlertmanagerChannel(
            new Alertmanagers(
                places.stream().map(place -> new HttpCaller(place, context)).toList(),
                authorization),
            terms,
            texts,
            context.clock());
  }
}
