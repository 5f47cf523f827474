package dev.poolkeeper.processors.health;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Pool;
import dev.poolkeeper.processors.inventory.PoolScan;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 702: a pool whose last scrub is more than 42 days ago: TrueNAS' own scrub tasks start on the
 * first Sunday after 35 days, or that was never scanned and is older than that. Needs the list of
 * pools; silent where the scan does not tell.
 */
final class ScrubOverdue implements Rule {

  private static final Duration LONGEST = Duration.ofDays(42);

  private final Night night;

  ScrubOverdue(Night night) {
    this.night = night;
  }

  @Override
  public FindingCode code() {
    return FindingCode.SCRUB_OVERDUE;
  }

  @Override
  public Stream<Verdict> judge() {
    return night.all(ObjectKind.POOL, Pool.class).stream()
        .filter(Pool::readable)
        .flatMap(pool -> judge(pool).stream());
  }

  private Optional<Verdict> judge(Pool pool) {
    return pool.scan()
        .flatMap(scan -> scan.never() ? neverScanned(pool) : lastScrub(scan))
        .map(line -> night.verdict(code(), pool.subject(), List.of(line), Optional.empty()));
  }

  private Optional<String> lastScrub(PoolScan scan) {
    return scan.scrubbedAt()
        .filter(this::longAgo)
        .map(at -> "its last scrub ended %s, %d days ago".formatted(at, days(at)));
  }

  private Optional<String> neverScanned(Pool pool) {
    return night
        .join()
        .nas(pool.nas())
        .dataset(pool.name())
        .flatMap(Dataset::createdAt)
        .filter(this::longAgo)
        .map(at -> "never scrubbed since it was made %s".formatted(at));
  }

  private boolean longAgo(Instant at) {
    return at.plus(LONGEST).isBefore(night.asOf());
  }

  private long days(Instant at) {
    return Duration.between(at, night.asOf()).toDays();
  }
}
