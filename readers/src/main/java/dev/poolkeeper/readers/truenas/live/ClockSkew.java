package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.readers.json.RowSink;
import dev.poolkeeper.readers.json.Values;
import dev.poolkeeper.readers.source.SourceContract;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How far the NAS' clock is from ours, by the time in its {@code system.info}. */
final class ClockSkew implements RowSink {

  /** Far beyond what NTP leaves, far below the grace period that ages are compared with. */
  static final Duration MOST = Duration.ofMinutes(10);

  private final Clock clock;
  private Optional<Duration> ahead = Optional.empty();

  ClockSkew(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void row(String place, JsonNode row) {
    Instant ours = clock.instant();
    ahead = Values.instant(row.path("datetime")).map(theirs -> Duration.between(ours, theirs));
  }

  @Override
  public void unreadable(String place, String seen, String next) {
    // an answer that cannot be read tells no time
  }

  /** How far it is ahead of ours, negative when behind; empty when it does not tell its time. */
  Optional<Duration> ahead() {
    return ahead;
  }

  /**
   * Refuses a clock that is too far off.
   *
   * @throws SourceContract as ages would be wrong
   */
  void judge(String where) {
    ahead
        .filter(skew -> skew.abs().compareTo(MOST) > 0)
        .ifPresent(
            skew -> {
              throw new SourceContract(
                  where,
                  "its clock is %s ours, so ages would be wrong".formatted(text(skew)),
                  "set up NTP on the side whose clock is off, then run it again",
                  null);
            });
  }

  /** {@code 2 h 0 min ahead of}. */
  static String text(Duration skew) {
    Duration size = skew.abs();
    return "%d h %d min %s"
        .formatted(size.toHours(), size.toMinutesPart(), skew.isNegative() ? "behind" : "ahead of");
  }
}
