package dev.poolkeeper.writers.channel;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What is to be sent now.
 *
 * @param key the same in every try
 * @param topic what it is about, across nights
 * @param text what the channel has made
 * @param reference what the other side knows the topic by, as an earlier receipt said; empty when
 *     none did, which does not mean that it knows nothing
 * @param attempt from 1; from the second on, an earlier one may have arrived
 * @param group what the other side knows the group by that the topic is told within; empty when it
 *     stands alone, or nothing is known
 */
public record Parcel(
    String key,
    String topic,
    String text,
    Optional<String> reference,
    int attempt,
    Optional<String> group) {

  public Parcel {
    requireNonNull(key, "key");
    requireNonNull(topic, "topic");
    requireNonNull(text, "text");
    requireNonNull(reference, "reference");
    requireNonNull(group, "group");
  }

  /** Of what stands alone. */
  public Parcel(String key, String topic, String text, Optional<String> reference, int attempt) {
    this(key, topic, text, reference, attempt, Optional.empty());
  }
}
