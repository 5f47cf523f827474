package dev.poolkeeper.processors.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.processors.inventory.Subject;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One act, and what has to be read right before. */
class StepTest {

  private static final Subject SHARE = Subject.parse("nas1/nfs-shares/mnt/tank/a");

  private static Step step(Map<String, String> expected) {
    return new Step(Stage.QUARANTINE, Action.DELETE_NFS_SHARE, SHARE, new TreeMap<>(expected));
  }

  @Test
  void whatIsNotNamedMayBeAnything() {
    assertThat(step(Map.of("id", "1")).differences(Map.of("id", "1", "path", "/mnt/b"))).isEmpty();
  }

  @Test
  void whatDiffersOrIsNotToldIsSaid() {
    assertThat(
            step(Map.of("id", "1", "path", "/mnt/a", "name", "a"))
                .differences(Map.of("id", "2", "path", "/mnt/a")))
        .containsOnly(
            Map.entry("id", "expected 1, seen 2"), Map.entry("name", "expected a, seen not told"));
  }

  @Test
  void wordsNameTheRowWhereThereIsOne() {
    assertThat(step(Map.of("id", "12")).words())
        .isEqualTo("delete the NFS share nas1/nfs-shares/mnt/tank/a (id 12)");
    assertThat(step(Map.of()).words()).isEqualTo("delete the NFS share nas1/nfs-shares/mnt/tank/a");
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhatCanBeUndoneIsQuarantine(Action action) {
    if (action.reversible()) {
      assertThat(new Step(Stage.QUARANTINE, action, SHARE, new TreeMap<>()).action())
          .isEqualTo(action);
    } else {
      assertThatThrownBy(() -> new Step(Stage.QUARANTINE, action, SHARE, new TreeMap<>()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void onlyThreeActsCannotBeUndone() {
    assertThat(Action.values())
        .filteredOn(action -> !action.reversible())
        .containsExactly(
            Action.DELETE_CONTENT_AND_SNAPSHOT, Action.DESTROY_SNAPSHOT, Action.DESTROY_DATASET);
  }
}
