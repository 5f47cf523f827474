package dev.poolkeeper.processors.matter;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.delivery.NoticeKind;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a channel was last told of a topic, or is just being told.
 *
 * @param group topic of the matter that it was told within; empty when it stood alone
 * @param night the night that was as of
 */
public record LastTold(
    String topic, Optional<String> group, NoticeKind kind, Material material, LocalDate night) {

  public LastTold {
    requireNonNull(topic, "topic");
    requireNonNull(group, "group");
    requireNonNull(kind, "kind");
    requireNonNull(material, "material");
    requireNonNull(night, "night");
  }
}
