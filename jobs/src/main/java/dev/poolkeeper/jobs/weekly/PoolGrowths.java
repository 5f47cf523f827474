package dev.poolkeeper.jobs.weekly;

import dev.poolkeeper.processors.attribution.DatasetOwners;
import dev.poolkeeper.processors.attribution.GrowthAttribution;
import dev.poolkeeper.processors.attribution.OwnSpace;
import dev.poolkeeper.processors.attribution.PoolGrowth;
import dev.poolkeeper.processors.attribution.PoolGrowth.NotAttributed;
import dev.poolkeeper.processors.attribution.PoolNight;
import dev.poolkeeper.processors.attribution.TaskCover;
import dev.poolkeeper.processors.attribution.WindowStart;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.readers.ledger.PoolNightReader;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * Looks up the two nights of each pool's change; each night is read once, whatever pools there are.
 */
final class PoolGrowths {

  /** One night, all pools. */
  private record Seen(Map<Subject, List<OwnSpace>> datasets, DatasetOwners owners) {}

  private final PoolNightReader reader;
  private final LocalDate night;
  private final int days;
  private final SortedMap<Subject, SortedMap<LocalDate, OptionalLong>> complete;
  private final TaskCover tasks;
  private final Map<LocalDate, Seen> seen = new HashMap<>();

  PoolGrowths(PoolNightReader reader, LocalDate night, int days) {
    this.reader = reader;
    this.night = night;
    this.days = days;
    this.complete = reader.completeNights(night.minusDays(2L * days), night);
    this.tasks = reader.tasks(night);
  }

  PoolGrowth of(Subject pool) {
    SortedMap<LocalDate, OptionalLong> nights =
        complete.getOrDefault(pool, Collections.emptySortedMap());
    if (!nights.containsKey(night)) {
      return new NotAttributed(
          pool,
          days,
          "the datasets of %s were not read completely on %s, or are not believed"
              .formatted(pool.source(), night));
    }
    Optional<LocalDate> start = WindowStart.of(night, days, nights.keySet());
    if (start.isEmpty()) {
      return new NotAttributed(
          pool,
          days,
          "no night of the %d days before %s read all datasets of %s"
              .formatted(2 * days, night, pool.source()));
    }
    return new GrowthAttribution(seen(night).owners().orElse(seen(start.get()).owners()), tasks)
        .attribute(pool, days, on(pool, start.get(), nights), on(pool, night, nights));
  }

  private PoolNight on(Subject pool, LocalDate day, SortedMap<LocalDate, OptionalLong> nights) {
    return new PoolNight(
        day,
        nights.getOrDefault(day, OptionalLong.empty()),
        seen(day).datasets().getOrDefault(pool, List.of()));
  }

  private Seen seen(LocalDate day) {
    return seen.computeIfAbsent(day, d -> new Seen(reader.datasets(d), reader.owners(d)));
  }
}
