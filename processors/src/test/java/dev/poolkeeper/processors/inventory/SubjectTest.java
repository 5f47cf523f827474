package dev.poolkeeper.processors.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The one way a subject is written. */
class SubjectTest {

  @Test
  void whatIsPrintedIsReadBack() {
    List<String> written =
        List.of(
            "prod-a/persistentvolumes/pvc-1",
            "prod-a/persistentvolumeclaims/media/data-1",
            "nas1/datasets/tank/k8s/with space/pvc-1",
            "nas1/snapshots/tank/k8s/pvc-1@snapshot-2",
            "nas1/nfs-shares/mnt/tank/a",
            "nas1");
    for (String text : written) {
      assertThat(Subject.parse(text)).hasToString(text);
      assertThat(Subject.parse(Subject.parse(text).toString())).isEqualTo(Subject.parse(text));
    }
  }

  @Test
  void nameIsWhatFollowsThePlural() {
    assertThat(Subject.of("nas1", ObjectKind.DATASET, "tank/a").name()).isEqualTo("tank/a");
    assertThat(Subject.parse("nas1/snapshots/tank/a@s").name()).isEqualTo("tank/a@s");
    assertThat(Subject.ofSource("nas1").name()).isEmpty();
  }

  @Test
  void subjectsAreOrderedBySourceThenPath() {
    assertThat(
            List.of("nas2", "nas1/datasets/b", "nas1", "nas1/datasets/a").stream()
                .map(Subject::parse)
                .sorted()
                .map(Subject::toString))
        .containsExactly("nas1", "nas1/datasets/a", "nas1/datasets/b", "nas2");
  }

  @Test
  void everyPluralIsItsKindsOwn() {
    for (ObjectKind kind : ObjectKind.values()) {
      assertThat(ObjectKind.named(kind.plural())).contains(kind);
    }
  }
}
