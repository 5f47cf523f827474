package dev.poolkeeper.processors.orphan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.ObjectKind;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which lists shrank too much to be believed. */
class DropGuardTest {

  private static final String PART = "nas1/datasets";

  private static Capture read(long rows) {
    return new Capture("nas1", ObjectKind.DATASET, CaptureStatus.COMPLETE, rows, 1, List.of());
  }

  private static RowHistory had(long rows) {
    return new RowHistory(OptionalLong.of(rows), OptionalLong.of(rows));
  }

  private static Map<String, String> held(Capture capture, RowHistory history) {
    return DropGuard.held(List.of(capture), Map.of(PART, history), Set.of(), GuardPolicy.DEFAULT);
  }

  @Test
  void firstNightHasNothingToCompareWith() {
    assertThat(held(read(0), RowHistory.NONE)).isEmpty();
    assertThat(held(read(5), RowHistory.NONE)).isEmpty();
  }

  @Test
  void emptyListIsHeldForAsLongAsAnyNightHadRows() {
    assertThat(held(read(0), new RowHistory(OptionalLong.of(0), OptionalLong.of(1))))
        .containsExactly(Map.entry(PART, "nas1/datasets is empty, it had 1 rows before"));
  }

  @Test
  void dropOfExactlyTheRatioIsBelievedAndOneRowMoreIsNot() {
    assertThat(held(read(70), had(100))).isEmpty();
    assertThat(held(read(69), had(100)))
        .containsExactly(Map.entry(PART, "nas1/datasets fell from 100 to 69 rows"));
  }

  @Test
  void growthAndStandstillAreBelieved() {
    assertThat(held(read(100), had(100))).isEmpty();
    assertThat(held(read(Long.MAX_VALUE), had(1))).isEmpty();
  }

  @Test
  void acceptedDropIsBelieved() {
    assertThat(
            DropGuard.held(
                List.of(read(1)), Map.of(PART, had(100)), Set.of(PART), GuardPolicy.DEFAULT))
        .isEmpty();
  }

  @Test
  void incompleteListsAndThoseThatComeAndGoAreNotGuarded() {
    Capture failed = new Capture("nas1", ObjectKind.DATASET, CaptureStatus.FAILED, 0, 1, List.of());
    assertThat(held(failed, had(100))).isEmpty();

    Capture sessions =
        new Capture("nas1", ObjectKind.ISCSI_SESSION, CaptureStatus.COMPLETE, 0, 1, List.of());
    assertThat(
            DropGuard.held(
                List.of(sessions), Map.of(sessions.part(), had(9)), Set.of(), GuardPolicy.DEFAULT))
        .isEmpty();
  }

  @Test
  void everyListThatAMatchRestsOnIsGuarded() {
    for (ObjectKind kind :
        List.of(ObjectKind.NVME_NAMESPACE, ObjectKind.NVME_SUBSYSTEM, ObjectKind.STORAGE_CLASS)) {
      Capture capture = new Capture("s", kind, CaptureStatus.COMPLETE, 0, 1, List.of());
      assertThat(
              DropGuard.held(
                  List.of(capture), Map.of(capture.part(), had(9)), Set.of(), GuardPolicy.DEFAULT))
          .as(kind.plural())
          .hasSize(1);
    }
  }

  @Test
  void ratioOutsideZeroToOneIsRefused() {
    for (double ratio : new double[] {0, -0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> new GuardPolicy(ratio)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
