package dev.poolkeeper.processors.retention.policy;

import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.retention.Length;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How old the newest snapshot of a period may be before somebody is told.
 *
 * @param bounds what the configuration says, by period
 */
public record Freshness(List<Bound> bounds) {

  /** Nothing is configured. */
  public static final Freshness USUAL = new Freshness(List.of());

  /** Of other periods one and a half, and two of them. */
  private static final List<Bound> SANOID =
      List.of(
          bound(Length.Unit.HOUR, Duration.ofMinutes(90), Duration.ofHours(6)),
          bound(Length.Unit.DAY, Duration.ofHours(28), Duration.ofHours(32)),
          bound(Length.Unit.MONTH, Duration.ofDays(32), Duration.ofDays(40)));

  /** From which age on it is a warning, and critical. */
  public record Bound(Length period, Duration warn, Duration critical) {
    public Bound {
      if (warn.compareTo(critical) > 0) {
        throw new IllegalArgumentException(
            "%s warns from %s on and is critical from %s on".formatted(period, warn, critical));
      }
    }

    Optional<Severity> rate(Duration age) {
      if (age.compareTo(critical) > 0) {
        return Optional.of(Severity.CRITICAL);
      }
      return age.compareTo(warn) > 0 ? Optional.of(Severity.WARNING) : Optional.empty();
    }
  }

  public Freshness {
    bounds = List.copyOf(bounds);
  }

  private static Bound bound(Length.Unit unit, Duration warn, Duration critical) {
    return new Bound(new Length(1, unit), warn, critical);
  }

  /**
   * The bound for a period: the configured one, else sanoid's, else one and a half and two periods.
   * Source: sanoid.conf, {@code hourly_warn} and the like.
   */
  public Bound of(Length period) {
    return find(bounds, period)
        .or(() -> find(SANOID, period))
        .orElseGet(
            () ->
                new Bound(
                    period,
                    Duration.ofSeconds(period.meanSeconds() * 3 / 2),
                    Duration.ofSeconds(period.meanSeconds() * 2)));
  }

  private static Optional<Bound> find(List<Bound> bounds, Length period) {
    return bounds.stream().filter(bound -> bound.period().equals(period)).findFirst();
  }

  /** How bad it is that the newest snapshot is so old, for the shortest period of a policy. */
  public Optional<Severity> rate(Length period, Duration age) {
    return of(period).rate(age);
  }
}
