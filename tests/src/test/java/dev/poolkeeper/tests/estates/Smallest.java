package dev.poolkeeper.tests.estates;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Makes a failing estate small enough to be read. */
final class Smallest {

  private static final int OTHER_SEEDS = 40;

  /** So many estates are judged at most, so that a failure is reported within a minute or so. */
  private static final int MOST_ATTEMPTS = 250;

  private final Function<Recipe, List<String>> problems;
  private int attempts;

  /**
   * @param problems what is wrong with the estate of a recipe
   */
  Smallest(Function<Recipe, List<String>> problems) {
    this.problems = problems;
  }

  /** What to print of a failing recipe: the smallest that was found, and what is wrong with it. */
  String report(Recipe failing) {
    Recipe smallest = smaller(failing);
    for (long seed = 1; seed <= OTHER_SEEDS; seed++) {
      Recipe other = new Recipe(seed, 1, smallest.features());
      if (fails(other) && volumes(other) < volumes(smallest)) {
        smallest = smaller(other);
      }
    }
    return "first seen in %s%nsmallest: %s (%d volumes in all)%n%s"
        .formatted(
            failing, smallest, volumes(smallest), String.join("\n", problems.apply(smallest)));
  }

  private static int volumes(Recipe recipe) {
    return EstateGenerator.draw(recipe).volumes();
  }

  /** Whether it is known to fail; what was not tried counts as in order. */
  private boolean fails(Recipe recipe) {
    return attempts++ < MOST_ATTEMPTS && !problems.apply(recipe).isEmpty();
  }

  private Recipe smaller(Recipe failing) {
    Recipe best = failing;
    for (Feature feature : Feature.values()) {
      Set<Feature> fewer = new TreeSet<>(best.features());
      fewer.remove(feature);
      Recipe candidate = new Recipe(best.seed(), best.volumes(), fewer);
      best = fails(candidate) ? candidate : best;
    }
    while (best.volumes() > 1) {
      Recipe candidate = new Recipe(best.seed(), best.volumes() / 2, best.features());
      if (!fails(candidate)) {
        break;
      }
      best = candidate;
    }
    return best;
  }
}
