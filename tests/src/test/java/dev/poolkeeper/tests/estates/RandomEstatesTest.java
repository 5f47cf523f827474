package dev.poolkeeper.tests.estates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Whatever the estate: every planted leak is found, and nothing else is said. {@code
 * -Dpoolkeeper.estates=100000} draws so many volumes.
 */
class RandomEstatesTest {

  private static final Logger LOG = Logger.getLogger(RandomEstatesTest.class.getName());

  private static final int VOLUMES = Integer.getInteger("poolkeeper.estates", 3_000);

  @Test
  void everyLeakIsFoundAndNothingElseIsSaid() {
    int estates = 0;
    int volumes = 0;
    int leaks = 0;
    for (Iterator<Recipe> recipes = Recipes.all().iterator(); volumes < VOLUMES; estates++) {
      Recipe recipe = recipes.next();
      RandomEstate estate = EstateGenerator.draw(recipe);
      if (!new Truth(estate).wrong().isEmpty()) {
        throw new AssertionError(new Smallest(RandomEstatesTest::wrong).report(recipe));
      }
      volumes += estate.volumes();
      leaks += estate.planted().size();
    }
    LOG.info(
        "%d estates, %d volumes, %d leaks planted and found, nothing else said"
            .formatted(estates, volumes, leaks));
    assertThat(leaks).isGreaterThan(volumes / 50);
  }

  private static List<String> wrong(Recipe recipe) {
    return new Truth(EstateGenerator.draw(recipe)).wrong();
  }

  @Test
  void oneRecipeMakesOneEstate() {
    Recipe recipe = new Recipe(7, 40, Feature.all());

    assertThat(EstateGenerator.draw(recipe)).isEqualTo(EstateGenerator.draw(recipe));
  }

  /** The search for false verdicts would be worth little if it found none that is there. */
  @Test
  void verdictThatWasNotPlantedIsNoticed() {
    RandomEstate estate = EstateGenerator.draw(new Recipe(7, 40, Feature.all()));
    RandomEstate unaware =
        new RandomEstate(
            estate.recipe(),
            estate.estate(),
            estate.objects(),
            Map.of(),
            estate.open(),
            estate.volumes());

    assertThat(new Truth(unaware).wrong())
        .anyMatch(wrong -> wrong.startsWith("falsely said PK203"))
        .anyMatch(wrong -> wrong.startsWith("promises"));
  }
}
