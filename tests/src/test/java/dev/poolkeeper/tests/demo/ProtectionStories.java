package dev.poolkeeper.tests.demo;

import static dev.poolkeeper.tests.demo.Nights.FIRST;
import static dev.poolkeeper.tests.demo.Nights.LAST;
import static dev.poolkeeper.tests.demo.Nights.february;

import java.util.List;

/** Which claims have no copy, or an old one: nobody made a snapshot task for the pool of edge-b. */
final class ProtectionStories {
  private final EstateDraft draft;

  ProtectionStories(EstateDraft draft) {
    this.draft = draft;
  }

  void tell() {
    replicaThatStopped();
    profilesThatNeedNoCopy();
    poolWithoutTasks();
  }

  /** Its task says FINISHED every night; only on nas2 does it show. */
  private void replicaThatStopped() {
    Volume receipts = draft.volume("prod-a/payments/receipts-1");
    receipts.replicatedUntil = february(2);
    draft.planted(307, receipts.claimSubject(), february(10), LAST);
  }

  private void profilesThatNeedNoCopy() {
    draft.volumes().stream()
        .filter(volume -> volume.key().startsWith("edge-b/kiosk/"))
        .forEach(
            volume -> {
              volume.rpo = "none";
              draft.innocent(volume.claimSubject(), "its annotation says that it needs no copy");
            });
  }

  private void poolWithoutTasks() {
    for (String namespace : List.of("cctv", "iot", "pos", "warehouse")) {
      draft.planted(307, "edge-b/namespaces/" + namespace, FIRST, LAST);
    }
    for (String claim : List.of("data-prometheus-0", "data-prometheus-1")) {
      draft.planted(307, "edge-b/persistentvolumeclaims/monitoring/" + claim, FIRST, LAST);
    }
  }
}
