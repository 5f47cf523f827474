package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.writers.chat.TeamsChannel;
import dev.poolkeeper.writers.http.HttpCaller;
import dev.poolkeeper.writers.http.HttpPlace;

/** Reads what a channel of type {@code teams} has of its own. */
final class TeamsSection {

  private TeamsSection() {}

  static ChannelOpener read(Values section, SecretFiles secrets) {
    HttpPlace place =
        new ChannelHttp(section, secrets)
            .secretPlace(
                "https://REGION.logic.azure.com/workflows/…/triggers/manual/paths/invoke?…");
    return (texts, context) -> new TeamsChannel(new HttpCaller(place, context));
  }
}
