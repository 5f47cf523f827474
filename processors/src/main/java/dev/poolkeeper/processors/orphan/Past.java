package dev.poolkeeper.processors.orphan;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.inventory.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What our own ledger remembers of one object, whether it is there tonight or not.
 *
 * @param lastSeenOn the last complete night on which it was there
 * @param missedOn the first complete night after that, on which it was not; empty: it is there
 * @param state how it was when it was there last
 * @param stoodOn what the join said it stands on, when it said so last; empty when it never did
 */
public record Past(
    Subject subject,
    LocalDate lastSeenOn,
    Optional<LocalDate> missedOn,
    State state,
    List<Subject> stoodOn) {

  /**
   * How an object was when it was there last. What it does not have is empty.
   *
   * @param phase of a PersistentVolume or claim
   * @param policy a volume's reclaim policy, or a content's deletion policy
   * @param driver the CSI driver of a volume or content
   * @param deletionAsked whether it bore a deletion timestamp
   * @param claim the claim a volume was bound to
   * @param claimUid the uid of a claim, or of the claim a volume was bound to
   * @param clusterUid the uid that its cluster's kube-system had then
   */
  public record State(
      Optional<String> phase,
      Optional<String> policy,
      Optional<String> driver,
      boolean deletionAsked,
      Optional<Subject> claim,
      Optional<String> claimUid,
      Optional<String> clusterUid) {}

  public Past {
    requireNonNull(subject, "subject");
    requireNonNull(lastSeenOn, "lastSeenOn");
    stoodOn = List.copyOf(stoodOn);
  }

  /** Whether it had gone by this day. */
  boolean goneBy(LocalDate day) {
    return missedOn.filter(missed -> !missed.isAfter(day)).isPresent();
  }

  /** Whether it was kept on purpose: its policy told the driver to delete nothing. */
  boolean retained() {
    return state.policy().filter("Retain"::equals).isPresent();
  }

  /** Whether its policy told the driver to delete the data with it. */
  boolean deletes() {
    return state.policy().filter("Delete"::equals).isPresent();
  }
}
