package dev.poolkeeper.tests.estates;

import static dev.poolkeeper.processors.finding.FindingCode.ATTACHMENT_STALE;
import static dev.poolkeeper.processors.finding.FindingCode.CLAIM_UNBOUND;
import static dev.poolkeeper.processors.finding.FindingCode.CLAIM_UNUSED;
import static dev.poolkeeper.processors.finding.FindingCode.DELETION_STUCK;

import dev.poolkeeper.processors.inventory.VolumeAttachment;
import java.time.Instant;
import java.util.Optional;

/** What is wrong within a cluster: 104, 105, 108, 109. */
final class ClusterLeaks {

  private static final Instant LONG_ENOUGH = Draft.NIGHT.minusSeconds(200_000);

  private final Draft draft;
  private final Healthy healthy;

  ClusterLeaks(Draft draft, Healthy healthy) {
    this.draft = draft;
    this.healthy = healthy;
  }

  void plant(Driver driver) {
    switch (draft.chance.between(0, 4)) {
      case 0 -> pending(driver);
      case 1 -> lost(driver);
      case 2 -> unused(driver);
      case 3 -> attachment(driver);
      default -> stuck(driver);
    }
  }

  private void pending(Driver driver) {
    Volume volume = Healthy.draw(draft, driver);
    draft.add(ClusterRows.claim(volume, "Pending", Optional.empty(), Optional.empty()));
    draft.plant(CLAIM_UNBOUND, volume.claimSubject());
  }

  /** Its PersistentVolume was deleted under it; the data is there, and stays protected. */
  private void lost(Driver driver) {
    Volume volume = Healthy.draw(draft, driver);
    draft.add(ClusterRows.claim(volume, "Lost", Optional.empty(), Optional.empty()));
    draft.add(NasRows.dataset(volume));
    draft.addAll(NasRows.serving(draft, volume));
    draft.plant(CLAIM_UNBOUND, volume.claimSubject());
  }

  private void unused(Driver driver) {
    Volume volume = Healthy.draw(draft, driver);
    draft.add(ClusterRows.bound(volume));
    draft.add(ClusterRows.claim(volume, "Bound", Optional.empty(), Optional.of(LONG_ENOUGH)));
    draft.add(NasRows.dataset(volume));
    draft.addAll(NasRows.serving(draft, volume));
    draft.plant(CLAIM_UNUSED, volume.claimSubject());
  }

  private void attachment(Driver driver) {
    Volume volume = healthy.make(driver);
    VolumeAttachment stale =
        new VolumeAttachment(
            driver.cluster(),
            "csi-" + draft.chance.hex(12),
            driver.label(),
            "node-that-was",
            Optional.of(volume.name()),
            true);
    draft.add(stale);
    draft.plant(ATTACHMENT_STALE, stale.subject());
  }

  private void stuck(Driver driver) {
    Volume volume = Healthy.draw(draft, driver);
    boolean claim = draft.chance.in(50);
    draft.add(
        claim
            ? ClusterRows.bound(volume)
            : ClusterRows.withDeletion(ClusterRows.bound(volume), LONG_ENOUGH));
    draft.add(
        ClusterRows.claim(
            volume,
            "Bound",
            claim ? Optional.of(LONG_ENOUGH) : Optional.empty(),
            Optional.empty()));
    Users.use(draft, volume);
    draft.add(NasRows.dataset(volume));
    draft.addAll(NasRows.serving(draft, volume));
    draft.plant(DELETION_STUCK, claim ? volume.claimSubject() : volume.volumeSubject());
  }
}
