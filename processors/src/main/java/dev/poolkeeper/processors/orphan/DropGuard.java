package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.ObjectKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Distrusts lists that shrank too much (design 8): an empty or partial inventory looks exactly like
 * "everything is orphaned".
 *
 * <p>A list is held when it came back empty although an earlier complete night had rows, or when it
 * lost more than {@code max-drop-ratio} against the most rows of the last few complete nights.
 * Pure; O(number of parts).
 */
public final class DropGuard {

  /** Lists that verdicts rest on. Pods, sessions and alerts come and go by nature. */
  private static final Set<ObjectKind> GUARDED =
      Set.of(
          ObjectKind.NAMESPACE,
          ObjectKind.STORAGE_CLASS,
          ObjectKind.PERSISTENT_VOLUME,
          ObjectKind.PERSISTENT_VOLUME_CLAIM,
          ObjectKind.VOLUME_SNAPSHOT,
          ObjectKind.VOLUME_SNAPSHOT_CONTENT,
          ObjectKind.POOL,
          ObjectKind.DATASET,
          ObjectKind.ZFS_SNAPSHOT,
          ObjectKind.SNAPSHOT_TASK,
          ObjectKind.NFS_SHARE,
          ObjectKind.SMB_SHARE,
          ObjectKind.ISCSI_TARGET,
          ObjectKind.ISCSI_EXTENT,
          ObjectKind.ISCSI_TARGET_EXTENT,
          ObjectKind.NVME_SUBSYSTEM,
          ObjectKind.NVME_NAMESPACE);

  private DropGuard() {}

  /**
   * @param history by part, as {@link Capture#part()} writes it
   * @param accepted parts whose drop a person has confirmed
   * @return reason by held part, sorted by part
   */
  public static Map<String, String> held(
      Iterable<Capture> captures,
      Map<String, RowHistory> history,
      Set<String> accepted,
      GuardPolicy policy) {
    Map<String, String> held = new TreeMap<>();
    for (Capture capture : captures) {
      boolean judged =
          capture.status() == CaptureStatus.COMPLETE
              && GUARDED.contains(capture.kind())
              && !accepted.contains(capture.part());
      if (judged) {
        RowHistory before = history.getOrDefault(capture.part(), RowHistory.NONE);
        reason(capture, before, policy).ifPresent(reason -> held.put(capture.part(), reason));
      }
    }
    return held;
  }

  private static Optional<String> reason(Capture capture, RowHistory before, GuardPolicy policy) {
    long rows = capture.rows();
    if (rows == 0) {
      return before.lastNonEmpty().isPresent()
          ? Optional.of(
              "%s is empty, it had %d rows before"
                  .formatted(capture.part(), before.lastNonEmpty().getAsLong()))
          : Optional.empty();
    }
    long most = before.recentMaximum().orElse(0);
    boolean dropped = most > rows && (double) (most - rows) / most > policy.maxDropRatio();
    return dropped
        ? Optional.of("%s fell from %d to %d rows".formatted(capture.part(), most, rows))
        : Optional.empty();
  }
}
