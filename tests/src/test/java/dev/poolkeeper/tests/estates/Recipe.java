package dev.poolkeeper.tests.estates;

import java.util.Set;
import java.util.TreeSet;

/**
 * What an estate is drawn from: the same recipe makes the same estate.
 *
 * @param volumes about how many volumes are to be in order
 */
record Recipe(long seed, int volumes, Set<Feature> features) {

  Recipe {
    features = Set.copyOf(features);
  }

  @Override
  public String toString() {
    return "seed %d, %d volumes, %s".formatted(seed, volumes, new TreeSet<>(features));
  }
}
