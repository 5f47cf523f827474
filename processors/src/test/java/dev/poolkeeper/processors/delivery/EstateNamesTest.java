package dev.poolkeeper.processors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstateNamesTest {

  private static final EstateNames NAMES =
      new EstateNames(
          List.of(
              "prod-a/namespaces/media",
              "prod-a/namespaces/shop",
              "prod-b/namespaces/shop",
              "prod-a/persistentvolumeclaims/media/data-1",
              "prod-a/persistentvolumeclaims/shop/orders",
              "prod-a/persistentvolumes/pvc-1",
              "prod-a/persistentvolumes/pvc-2",
              "prod-a/storageclasses/gold",
              "nas1/pools/tank",
              "nas1/datasets/tank",
              "nas1/datasets/tank/k8s/vols/pvc-1",
              "nas1/datasets/tank/k8s/vols/pvc-2",
              "nas1/datasets/tank/k8s/vols/of the shop"));

  private static final List<String> OWN =
      List.of("prod-a/persistentvolumes/pvc-1", "media", "media/data-1", "prod-a", "nas1");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bound to claim media/data-1",
        "it stood on nas1/datasets/tank/k8s/vols/pvc-1, which is gone",
        "expected tank/k8s/vols/pvc-1 on nas1; it is not there",
        "nas1/snapshots/tank/k8s/vols/pvc-1@auto-2026-02-11 holds 3 GiB",
        "class gold keeps it in tank/k8s/vols on nas1/pools/tank",
        "live data fell by 131 GiB (63 %), from 208 GiB to 76.8 GiB",
      })
  void whatIsTheirsMayBeTold(String sentence) {
    assertThat(NAMES.othersIn(sentence, OWN)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "also bound to claim shop/orders",
        "also bound to prod-a/persistentvolumeclaims/shop/orders.",
        "cloned to tank/k8s/vols/pvc-2",
        "nas1/snapshots/tank/k8s/vols/pvc-2@auto-2026-02-11 holds 3 GiB",
        "Namespace SHOP uses it too",
        "used by (pvc-2)",
        "cluster prod-b names it",
        "a share of tank/k8s/vols/of the shop",
        "prod-a/persistentvolumeclaims/never/seen-before is bound to it",
        "nas1/datasets/tank/k8s/vols/pvc-never-seen is its clone",
      })
  void whatNamesOthersIsKeptBack(String sentence) {
    assertThat(NAMES.othersIn(sentence, OWN)).isTrue();
  }
}
