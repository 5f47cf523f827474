package dev.poolkeeper.tests.estates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.ObjectKind;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Whatever an inventory lacks: nothing is ever said that would not be said of the whole. {@code
 * -Dpoolkeeper.estates=100000} judges estates of so many volumes in all, each several times.
 */
class DamagedEstatesTest {

  private static final Logger LOG = Logger.getLogger(DamagedEstatesTest.class.getName());

  private static final int VOLUMES = Integer.getInteger("poolkeeper.estates", 1_000);

  private static final int OTHER_HITS = 12;

  /** So often one estate is damaged in each way. */
  private static final int TIMES = 3;

  /** Lists that a recording may do without, although they protect (docs/recorded-estate.md). */
  private static final Set<String> MAY_BE_LEFT_OUT =
      plurals(ObjectKind.ISCSI_SESSION, ObjectKind.REPLICATION_TASK);

  /** Lists that come and go by nature, so that no guard can tell a short one from a cut one. */
  private static final Set<String> UNGUARDED =
      plurals(
          ObjectKind.POD,
          ObjectKind.STATEFUL_SET,
          ObjectKind.DEPLOYMENT,
          ObjectKind.DAEMON_SET,
          ObjectKind.JOB,
          ObjectKind.CRON_JOB,
          ObjectKind.VIRTUAL_MACHINE,
          ObjectKind.VOLUME_ATTACHMENT,
          ObjectKind.ISCSI_SESSION,
          ObjectKind.REPLICATION_TASK);

  /** Lists of which no other list says that they cannot be empty. */
  private static final Set<String> UNMENTIONED =
      plurals(
          ObjectKind.STATEFUL_SET,
          ObjectKind.DEPLOYMENT,
          ObjectKind.DAEMON_SET,
          ObjectKind.JOB,
          ObjectKind.CRON_JOB,
          ObjectKind.VIRTUAL_MACHINE,
          ObjectKind.VOLUME_ATTACHMENT,
          ObjectKind.ISCSI_SESSION,
          ObjectKind.REPLICATION_TASK);

  private static Set<String> plurals(ObjectKind... kinds) {
    return List.of(kinds).stream().map(ObjectKind::plural).collect(Collectors.toSet());
  }

  @Test
  void whatWasNotReadIsNeverReadAsAbsence() {
    verify(List.of(Damage.SOURCE_FAILED, Damage.LIST_FAILED, Damage.LIST_CUT), Set.of());
  }

  @Test
  void whatARecordingLacksIsNeverReadAsAbsence() {
    verify(List.of(Damage.SOURCE_NOT_READ, Damage.LIST_NOT_READ), MAY_BE_LEFT_OUT);
  }

  @Test
  void guardedListThatShrankIsNeverReadAsAbsence() {
    verify(List.of(Damage.LIST_SHRUNK, Damage.LIST_EMPTIED), UNGUARDED);
  }

  @Test
  void listThatIsEmptyOnTheFirstNightIsNotBelievedWhereOthersNameWhatItHolds() {
    verify(List.of(Damage.LIST_EMPTY_AT_FIRST), UNMENTIONED);
  }

  private static void verify(List<Damage> damages, Set<String> spared) {
    int volumes = 0;
    int nights = 0;
    for (Iterator<Recipe> recipes = Recipes.small().iterator(); volumes < VOLUMES; ) {
      Recipe recipe = recipes.next();
      RandomEstate estate = EstateGenerator.draw(recipe);
      for (Damage damage : damages) {
        for (int time = 1; time <= TIMES; time++) {
          verify(damage, spared, recipe, estate, recipe.seed() * TIMES + time);
          nights++;
        }
      }
      volumes += estate.volumes();
    }
    LOG.info("%d volumes, %d nights with %s".formatted(volumes, nights, damages));
    assertThat(nights).isPositive();
  }

  private static void verify(
      Damage damage, Set<String> spared, Recipe recipe, RandomEstate estate, long seed) {
    if (!wrong(damage, spared, estate, seed).isEmpty()) {
      throw new AssertionError(
          new Smallest(r -> wrongAgain(damage, spared, EstateGenerator.draw(r), seed))
              .report(recipe));
    }
  }

  private static List<String> wrong(
      Damage damage, Set<String> spared, RandomEstate estate, long seed) {
    List<String> parts =
        estate.rows().keySet().stream()
            .filter(part -> !spared.contains(part.substring(part.indexOf('/') + 1)))
            .toList();
    return wrong(damage.hit(estate, parts, seed), estate);
  }

  /** The same hit and a few others, because in a smaller estate it hits another part. */
  private static List<String> wrongAgain(
      Damage damage, Set<String> spared, RandomEstate estate, long seed) {
    return LongStream.range(seed, seed + OTHER_HITS)
        .mapToObj(other -> wrong(damage, spared, estate, other))
        .filter(wrong -> !wrong.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<String> wrong(Damage.Night night, RandomEstate estate) {
    return new Truth(estate)
        .wrong(night.inventory(), night.rowsBefore()).stream()
            .map(wrong -> night.what() + ": " + wrong)
            .toList();
  }
}
