package dev.poolkeeper.processors.protection;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.finding.SubjectMatch;
import java.util.Optional;

/**
 * What the configuration asks of some claims.
 *
 * @param rpo how old the newest snapshot or backup may be; empty: as by default
 * @param replicaRpo how old the newest copy elsewhere may be; empty: as by default
 * @param reason why nothing is asked; there whenever one of them is none
 */
public record ProtectionRule(
    SubjectMatch match, Optional<Limit> rpo, Optional<Limit> replicaRpo, Optional<String> reason) {

  public ProtectionRule {
    requireNonNull(match, "match");
    if (rpo.isEmpty() && replicaRpo.isEmpty()) {
      throw new IllegalArgumentException("a rule that asks for nothing");
    }
    if (reason.isEmpty() && optsOut(rpo)) {
      throw new IllegalArgumentException("who asks for nothing says why");
    }
  }

  private static boolean optsOut(Optional<Limit> limit) {
    return limit.filter(Limit.NONE::equals).isPresent();
  }

  /** {@code namespace media: snapshots 24 h, elsewhere 7 d}. */
  @Override
  public String toString() {
    return "%s: snapshots %s, elsewhere %s%s"
        .formatted(
            match,
            rpo.map(Limit::toString).orElse("by default"),
            replicaRpo.map(Limit::toString).orElse("by default"),
            reason.map(why -> " (" + why + ")").orElse(""));
  }
}
