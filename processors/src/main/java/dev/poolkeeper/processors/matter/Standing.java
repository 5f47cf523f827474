package dev.poolkeeper.processors.matter;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A matter as it stands tonight, open.
 *
 * @param topic what it is known by across nights
 * @param group topic of the matter that it is told within; empty when it stands alone
 * @param title one line
 * @param shown fingerprints of the findings to show, most severe first; of a proposal its name
 * @param more how many there are beside these
 * @param seen whether any of it was seen tonight, and not only kept for want of knowledge
 */
public record Standing(
    String topic,
    Optional<String> group,
    String title,
    Material material,
    List<String> shown,
    int more,
    boolean seen) {

  public Standing {
    requireNonNull(topic, "topic");
    requireNonNull(group, "group");
    requireNonNull(title, "title");
    requireNonNull(material, "material");
    shown = List.copyOf(shown);
  }
}
