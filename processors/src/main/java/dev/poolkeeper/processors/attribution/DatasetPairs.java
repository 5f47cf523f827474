package dev.poolkeeper.processors.attribution;

import dev.poolkeeper.processors.attribution.GrowthPart.Presence;
import dev.poolkeeper.processors.inventory.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds each dataset of one night on another.
 *
 * <p>The same name is the same dataset, unless it was made at another time: then one went and
 * another came. Of what is left, a dataset that vanished and one that appeared are one that was
 * renamed when they were made at the same second and nothing else of either night's rest was.
 */
final class DatasetPairs {

  /** One dataset on both nights; where it is not there, it takes nothing. */
  record Pair(Presence presence, OwnSpace before, OwnSpace after) {}

  private final List<Pair> pairs = new ArrayList<>();
  private final Map<Subject, OwnSpace> gone;
  private final Map<Subject, OwnSpace> come;

  private DatasetPairs(PoolNight before, PoolNight after) {
    this.gone = byName(before);
    this.come = byName(after);
  }

  /**
   * All of them, in an order that does not depend on that of the input. O(n log n).
   *
   * @throws IllegalArgumentException a night lists a dataset twice
   */
  static List<Pair> of(PoolNight before, PoolNight after) {
    DatasetPairs datasets = new DatasetPairs(before, after);
    datasets.sameName();
    datasets.renamed();
    datasets
        .come
        .values()
        .forEach(one -> datasets.add(Presence.NEW, OwnSpace.nothing(one.dataset()), one));
    datasets
        .gone
        .values()
        .forEach(one -> datasets.add(Presence.DELETED, one, OwnSpace.nothing(one.dataset())));
    return datasets.pairs;
  }

  private static Map<Subject, OwnSpace> byName(PoolNight night) {
    Map<Subject, OwnSpace> named = new TreeMap<>();
    for (OwnSpace space : night.datasets()) {
      if (named.put(space.dataset(), space) != null) {
        throw new IllegalArgumentException(
            "%s is listed twice on %s".formatted(space.dataset(), night.night()));
      }
    }
    return named;
  }

  private void add(Presence presence, OwnSpace before, OwnSpace after) {
    pairs.add(new Pair(presence, before, after));
  }

  private void sameName() {
    for (OwnSpace after : List.copyOf(come.values())) {
      OwnSpace before = gone.get(after.dataset());
      if (before != null && before.mayBe(after)) {
        add(Presence.THERE, before, after);
        gone.remove(after.dataset());
        come.remove(after.dataset());
      }
    }
  }

  private void renamed() {
    Map<Instant, OwnSpace> vanished = made(gone.values());
    Map<Instant, OwnSpace> appeared = made(come.values());
    appeared.forEach(
        (when, after) -> {
          OwnSpace before = vanished.get(when);
          if (before != null && !before.dataset().equals(after.dataset())) {
            add(Presence.RENAMED, before, after);
            gone.remove(before.dataset());
            come.remove(after.dataset());
          }
        });
  }

  /** By when they were made, without those that were made at the same time. */
  private static Map<Instant, OwnSpace> made(Collection<OwnSpace> datasets) {
    Map<Instant, OwnSpace> single = new TreeMap<>();
    Set<Instant> several = new HashSet<>();
    Map<Instant, Integer> counts = new HashMap<>();
    for (OwnSpace space : datasets) {
      space
          .createdAt()
          .ifPresent(
              when -> {
                single.put(when, space);
                if (counts.merge(when, 1, Integer::sum) > 1) {
                  several.add(when);
                }
              });
    }
    several.forEach(single::remove);
    return single;
  }
}
