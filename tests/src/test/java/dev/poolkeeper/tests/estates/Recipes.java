package dev.poolkeeper.tests.estates;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The recipes of a run: one after the other, always the same. */
final class Recipes {

  private Recipes() {}

  /** Recipes without end: most of everything, some of a few features only. */
  static Stream<Recipe> all() {
    return of(160);
  }

  /** The same of small estates, in which one list is soon hit where it hurts. */
  static Stream<Recipe> small() {
    return of(12);
  }

  private static Stream<Recipe> of(int most) {
    return LongStream.iterate(1, seed -> seed + 1).mapToObj(seed -> of(seed, most));
  }

  private static Recipe of(long seed, int most) {
    Chance chance = new Chance(-seed);
    Set<Feature> features = new TreeSet<>(Feature.all());
    if (seed % 3 == 0) {
      int kept = chance.between(20, 90);
      features.removeIf(feature -> !chance.in(kept));
    }
    return new Recipe(seed, chance.between(1, most), features);
  }
}
