package dev.poolkeeper.processors.health;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Pool;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.Rule;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** 703: a pool more than half of whose free space is fragmented. Needs the list of pools. */
final class FragmentationHigh implements Rule {

  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})\\s*%?");
  private static final int HIGH = 50;

  private final Night night;

  FragmentationHigh(Night night) {
    this.night = night;
  }

  @Override
  public FindingCode code() {
    return FindingCode.FRAGMENTATION_HIGH;
  }

  @Override
  public Stream<Verdict> judge() {
    return night.all(ObjectKind.POOL, Pool.class).stream()
        .filter(pool -> percent(pool).filter(percent -> percent > HIGH).isPresent())
        .map(
            pool ->
                night.verdict(
                    code(),
                    pool.subject(),
                    List.of("fragmentation %d %%".formatted(percent(pool).orElseThrow())),
                    Optional.empty()));
  }

  /** Empty for an answer that is no percentage: unknown is not high. */
  private static Optional<Integer> percent(Pool pool) {
    return Optional.of(PERCENT.matcher(pool.fragmentation().strip()))
        .filter(java.util.regex.Matcher::matches)
        .map(matcher -> Integer.valueOf(matcher.group(1)));
  }
}
