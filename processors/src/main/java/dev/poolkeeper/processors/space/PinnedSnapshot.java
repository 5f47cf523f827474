package dev.poolkeeper.processors.space;

import java.util.List;
import java.util.Optional;

/**
 * A ZFS snapshot that cannot be destroyed because clones stand on it.
 *
 * @param owner the claim of its dataset; empty when no volume with a claim owns it
 * @param clones what was cloned from it, sorted
 * @param pins what it holds, as far as that can be bounded
 */
public record PinnedSnapshot(
    String subject, Optional<String> owner, List<Clone> clones, Pins pins) {

  /**
   * A dataset or zvol that was cloned.
   *
   * @param owner the claim that uses it; empty when none is known
   */
  public record Clone(String dataset, Optional<String> owner) {}

  public PinnedSnapshot {
    clones = List.copyOf(clones);
  }
}
