package dev.poolkeeper.processors.finding;

import static dev.poolkeeper.processors.finding.Severity.CRITICAL;
import static dev.poolkeeper.processors.finding.Severity.INFO;
import static dev.poolkeeper.processors.finding.Severity.WARNING;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The catalogue: what each code means, when it is said, and what to do. Code, documentation and
 * {@code explain} all read this one file. A code never changes its meaning.
 */
public enum FindingCode {
  VOLUME_WITHOUT_BACKEND(
      101,
      CRITICAL,
      true,
      "A PersistentVolume whose dataset or zvol is gone",
      """
      The volume's own fields lead to a place on a TrueNAS (its NFS path, its iSCSI target, its \
      handle), that system was read completely, its pool is imported, and nothing is there. Pods \
      that use the claim cannot start, and the data is not where Kubernetes believes it to be.""",
      List.of(
          "Look for the dataset by hand: it may have been renamed, moved or destroyed.",
          "If it was destroyed, restore it from a replica or a backup before anything else.",
          "If the volume is no longer wanted, delete its claim; the driver treats the missing"
              + " dataset as already deleted."),
      List.of("democratic-csi#456", "democratic-csi#289")),
  BACKEND_WITHOUT_VOLUME(
      102,
      WARNING,
      true,
      "A dataset or zvol that a CSI driver made and no PersistentVolume uses",
      """
      The dataset carries a CSI driver's own mark, or lies where a registered cluster keeps its \
      volumes under a generated name, and no PersistentVolume of any registered cluster, in any \
      phase, leads to it. All clusters and this TrueNAS were read completely. It holds space that \
      Kubernetes cannot see.""",
      List.of(
          "Check the evidence: who made it, when, and whether a clone or session still needs it.",
          "If it is wanted, set the ZFS property poolkeeper:keep=true on it.",
          "If it is not, delete its share or target first, then its snapshots, then the dataset,"
              + " never recursively."),
      List.of("democratic-csi#81", "democratic-csi#154", "external-provisioner#486")),
  VOLUME_STUCK_RELEASED(
      103,
      WARNING,
      true,
      "A PersistentVolume that lost its claim and stays",
      """
      The volume's phase is Released or Failed: its claim is gone and nothing will bind it again. \
      With reclaim policy Retain it waits for a person; with Delete the driver could not remove \
      it, most often because a clone or a foreign snapshot blocks the dataset.""",
      List.of(
          "Retain: decide whether the data is still needed. To drop it, set the reclaim policy to"
              + " Delete and let the driver do the work.",
          "Delete: read the volume's events (kubectl describe pv NAME); remove what blocks it."),
      List.of("democratic-csi#548", "democratic-csi#49", "democratic-csi#562")),
  CLAIM_UNBOUND(
      104,
      WARNING,
      true,
      "A claim that has no volume",
      """
      The claim is Pending although its StorageClass binds at once, or it is Lost because its \
      volume was deleted under it. Claims of classes that wait for their first consumer are not \
      reported.""",
      List.of(
          "Pending: read the claim's events (kubectl describe pvc NAME) and the driver's log.",
          "Lost: the volume object is gone; look for its dataset under 102 and bind it again, or"
              + " delete the claim."),
      List.of()),
  SNAPSHOT_OBJECT_WITHOUT_BACKEND(
      201,
      CRITICAL,
      true,
      "A VolumeSnapshotContent whose ZFS snapshot is gone",
      """
      The content's snapshotHandle names a ZFS snapshot, or a detached copy, that its TrueNAS does \
      not have, although the snapshot list was read completely. A restore from it will fail.""",
      List.of(
          "Do not count on this restore point; take a new snapshot if the volume still matters.",
          "Find out who removed it: a deleted volume takes its snapshots with it, and periodic"
              + " tasks never remove CSI snapshots.",
          "Then delete the VolumeSnapshot, so that nobody trusts it."),
      List.of("democratic-csi#456", "external-snapshotter#336")),
  BACKEND_SNAPSHOT_WITHOUT_CONTENT(
      202,
      WARNING,
      true,
      "A CSI snapshot on the TrueNAS that no VolumeSnapshotContent knows",
      """
      A CSI driver made this ZFS snapshot for a VolumeSnapshot (its own mark names it, inherited \
      marks do not count), and no content of any registered cluster refers to it. It pins space \
      and can block the deletion of its volume.""",
      List.of(
          "Check whether a clone depends on it; if so, it goes with the clone.",
          "If nobody wants it, destroy just this snapshot, without -r and without -R."),
      List.of("external-snapshotter#248", "Velero#3465")),
  CONTENT_WITHOUT_SNAPSHOT_OBJECT(
      203,
      INFO,
      true,
      "A VolumeSnapshotContent whose VolumeSnapshot is gone",
      """
      The content refers to a VolumeSnapshot that does not exist, or exists again with another \
      uid. With deletion policy Retain this is what deleting the VolumeSnapshot leaves behind; \
      the ZFS snapshot stays and holds its space.""",
      List.of(
          "If the restore point is still wanted, bind a new VolumeSnapshot to the content.",
          "If not, set its deletionPolicy to Delete and delete the content; the driver removes the"
              + " ZFS snapshot."),
      List.of("external-snapshotter#292", "external-provisioner#1507")),
  INVENTORY_INCOMPLETE(
      901,
      WARNING,
      false,
      "A source could not be read completely",
      """
      Part of this source's inventory was missing or unreadable. What is not known is never read \
      as absent: every verdict that needs this part is withheld, earlier findings keep their last \
      state, and nothing is proposed from it.""",
      List.of("Mend what the evidence names, then run the night again with the same --date."),
      List.of("k8s-cleaner#77")),
  HELD_BY_GUARD(
      902,
      WARNING,
      false,
      "A list shrank so much that it is not believed",
      """
      A list that had rows came back empty, or lost more than the allowed share (max-drop-ratio) \
      against the most of the last nights. Broken credentials and half-started appliances look \
      just like this. Verdicts that need the list are held.""",
      List.of(
          "If the drop is real, wait: a smaller list is believed after confirm-runs nights. To believe"
              + " it at once, or an empty one at all, name it in guards.accept-drop.",
          "If it is not, check the credentials and rights of the collector."),
      List.of("k8s-cleaner#77", "QNAP-CSI#55"));

  private final int number;
  private final Severity severity;
  private final boolean needsConfirmation;
  private final String title;
  private final String meaning;

  @SuppressWarnings("ImmutableEnumChecker") // both lists are copied, Error Prone cannot see it
  private final Texts texts;

  private record Texts(List<String> actions, List<String> references) {}

  FindingCode(
      int number,
      Severity severity,
      boolean needsConfirmation,
      String title,
      String meaning,
      List<String> actions,
      List<String> references) {
    this.number = number;
    this.severity = severity;
    this.needsConfirmation = needsConfirmation;
    this.title = title;
    this.meaning = meaning;
    this.texts = new Texts(List.copyOf(actions), List.copyOf(references));
  }

  /** {@code PK102}: how the code is written everywhere. */
  public String code() {
    return "PK" + number;
  }

  /** {@code backend-without-volume}: its name in words. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Severity once the finding is confirmed. */
  public Severity severity() {
    return severity;
  }

  /** Whether it must be seen on several complete nights before it is believed. */
  public boolean needsConfirmation() {
    return needsConfirmation;
  }

  public String title() {
    return title;
  }

  public String meaning() {
    return meaning;
  }

  /** What to do, step by step. */
  public List<String> actions() {
    return texts.actions();
  }

  /** Upstream issues where users met it. */
  public List<String> references() {
    return texts.references();
  }

  /** Whether it says that one side has an object which the other has not. */
  public boolean orphan() {
    return number < 300;
  }

  /** The code written as {@code PK102}, {@code 102} or by name, in any case. */
  public static Optional<FindingCode> parse(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(
            c ->
                wanted.equals(c.code().toLowerCase(Locale.ROOT))
                    || wanted.equals(Integer.toString(c.number))
                    || wanted.equals(c.word()))
        .findFirst();
  }
}
