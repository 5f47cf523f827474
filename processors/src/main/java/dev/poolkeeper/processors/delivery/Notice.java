package dev.poolkeeper.processors.delivery;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.finding.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a matter stands, told to a channel. It is complete: whoever knows nothing of what was told
 * before can bring the receiver's side to this state, which is why a later one may replace an
 * earlier one that was never handed over.
 *
 * @param key the same in every try; a receiver that remembers it takes it once
 * @param topic what the matter is known by across nights: the fingerprint of a finding, {@code
 *     PK102@nas1} of a group, {@code more} of what is beyond the cap, {@code proposal:P-17}
 * @param night the night it is as of
 * @param severity most severe of what it is about
 * @param title one line of plain text, at most 200 characters
 * @param changes what is new about it, in words; with {@link NoticeKind#CHANGED} at least one
 * @param ended why it is over; present with {@link NoticeKind#RECOVERED} only
 */
public record Notice(
    Origin origin,
    String key,
    String topic,
    LocalDate night,
    NoticeKind kind,
    Severity severity,
    String title,
    Matter matter,
    List<String> changes,
    Optional<String> ended) {

  public Notice {
    requireNonNull(origin, "origin");
    requireNonNull(key, "key");
    requireNonNull(topic, "topic");
    requireNonNull(night, "night");
    requireNonNull(kind, "kind");
    requireNonNull(severity, "severity");
    requireNonNull(title, "title");
    requireNonNull(matter, "matter");
    changes = List.copyOf(changes);
    requireNonNull(ended, "ended");
    if (ended.isPresent() == kind.open()) {
      throw new IllegalArgumentException("%s, ended: %s".formatted(kind, ended));
    }
  }
}
