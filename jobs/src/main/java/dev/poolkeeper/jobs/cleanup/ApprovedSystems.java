package dev.poolkeeper.jobs.cleanup;

import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.proposal.Approval;
import dev.poolkeeper.processors.proposal.Proposal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether the systems that a plan acts on still are those that bore their names when it was
 * approved. Ids, names and paths may well be the same on another one: on a replica of it, or a new
 * system that its configuration was restored to.
 */
final class ApprovedSystems {

  private static final String UNTOLD = "";

  private final Map<String, String> now;
  private final Function<LocalDate, Map<String, String>> known;

  /**
   * @param known identity by source on a night, an empty text where it was not told
   */
  ApprovedSystems(Inventory inventory, Function<LocalDate, Map<String, String>> known) {
    this.known = known;
    this.now = SystemIdentities.of(inventory);
  }

  /** Which of them is another one, in words; empty when none is. */
  Optional<String> replaced(Proposal proposal) {
    LocalDate approved = LocalDate.ofInstant(approvedAt(proposal), ZoneOffset.UTC);
    Map<String, String> then = known.apply(approved);
    return proposal.plan().steps(proposal.stage()).stream()
        .map(step -> step.target().source())
        .distinct()
        .filter(source -> !identity(now, source).equals(identity(then, source)))
        .findFirst()
        .map(
            source ->
                "%s: %s is not the system that it was when this was approved (%s then, %s now); reject it and approve it again once a night has read the new one"
                    .formatted(
                        proposal.name(),
                        source,
                        words(identity(then, source)),
                        words(identity(now, source))));
  }

  /** By the first approval of this very plan; it may be over by now where a cleanup was killed. */
  private static Instant approvedAt(Proposal proposal) {
    return proposal.approvals().stream()
        .filter(a -> a.stage() == proposal.stage() && a.hash().equals(proposal.hash()))
        .map(Approval::at)
        .min(Instant::compareTo)
        .orElse(proposal.since());
  }

  private static String identity(Map<String, String> identities, String source) {
    return identities.getOrDefault(source, UNTOLD);
  }

  private static String words(String identity) {
    return identity.equals(UNTOLD) ? "not told" : identity;
  }
}
