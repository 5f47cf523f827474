package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.writers.http.HttpCaller;
import dev.poolkeeper.writers.http.HttpPlace;
import dev.poolkeeper.writers.metrics.PushgatewayChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a channel of type {@code pushgateway} has of its own. */
final class PushgatewaySection {

  /** What is of one run's place has no business in a group that outlives it. */
  private static final List<String> TAKEN = List.of("job", "instance", "pod");

  private PushgatewaySection() {}

  static ChannelOpener read(Values section, SecretFiles secrets) {
    ChannelHttp http = new ChannelHttp(section, secrets);
    HttpPlace place = http.place("http://pushgateway.monitoring.svc:9091");
    Optional<String> authorization = http.authorization();
    Map<String, String> grouping = LabelList.labels(section, "grouping", TAKEN);
    return (texts, context) ->
        new PushgatewayChannel(new HttpCaller(place, context), grouping, authorization);
  }
}
