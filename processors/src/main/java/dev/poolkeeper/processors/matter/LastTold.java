package dev.poolkeeper.processors.matter;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.delivery.NoticeKind;
import java.time.LocalDate;

/**
 * What a channel was last told of a topic, or is just being told.
 *
 * @param night the night that was as of
 */
public record LastTold(String topic, NoticeKind kind, Material material, LocalDate night) {

  public LastTold {
    requireNonNull(topic, "topic");
    requireNonNull(kind, "kind");
    requireNonNull(material, "material");
    requireNonNull(night, "night");
  }
}
