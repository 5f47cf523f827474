package dev.poolkeeper.processors.delivery;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that is to be told, before anything of it is made or sent.
 *
 * @param channel how it is sent
 * @param recipient to whom
 * @param topic what order is kept within: the series of a report, the fingerprint of a finding
 * @param job which job tells it
 * @param night the night it is about
 * @param material what makes it worth telling again for the same night
 * @param skipped why it is not to be sent; empty when it is
 */
public record Intent(
    String channel,
    String recipient,
    String topic,
    String job,
    LocalDate night,
    String material,
    Optional<String> skipped) {

  public Intent {
    requireNonNull(channel, "channel");
    requireNonNull(recipient, "recipient");
    requireNonNull(topic, "topic");
    requireNonNull(job, "job");
    requireNonNull(night, "night");
    requireNonNull(material, "material");
    requireNonNull(skipped, "skipped");
  }

  /** The same for however often a run is repeated. */
  public String key(int revision) {
    return "%s/%s/%s/%s/%s/r%d".formatted(channel, job, night, recipient, topic, revision);
  }
}
