package dev.poolkeeper.processors.proposal;

import dev.poolkeeper.processors.finding.CodeGroup;
import dev.poolkeeper.processors.finding.SubjectFacts;
import dev.poolkeeper.processors.finding.SubjectMatch;
import dev.poolkeeper.processors.space.BinaryBytes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What it takes to approve which plans. The first rule that fits decides.
 *
 * @param codes empty: all
 * @param stage empty: both; but {@link ApprovalMode#AUTO} without a stage is for quarantine only,
 *     since nothing is destroyed without somebody having written that word
 * @param maxBytes the plan frees no more than this; one of unknown size does not fit
 * @param minAge its finding is known for so long
 */
public record ApprovalRule(
    Optional<CodeGroup> codes,
    SubjectMatch match,
    Optional<Stage> stage,
    OptionalLong maxBytes,
    Optional<Duration> minAge,
    ApprovalMode mode) {

  boolean covers(Plan plan, Stage at, SubjectFacts facts, Instant firstSeen, Instant now) {
    return codes.map(c -> c.contains(plan.code())).orElse(true)
        && stageFits(at)
        && sizeFits(plan.reclaim())
        && minAge.map(age -> !firstSeen.plus(age).isAfter(now)).orElse(true)
        && match.matches(facts);
  }

  private boolean stageFits(Stage at) {
    return stage.map(at::equals).orElse(mode != ApprovalMode.AUTO || at == Stage.QUARANTINE);
  }

  private boolean sizeFits(Reclaim reclaim) {
    return maxBytes.isEmpty()
        || (reclaim.atMost().isPresent() && reclaim.atMost().getAsLong() <= maxBytes.getAsLong());
  }

  /** {@code two-persons, for PK102, dataset tank/prod/**, up to 10 GiB}. */
  @Override
  public String toString() {
    StringBuilder words = new StringBuilder(mode.word()).append(", for ");
    words.append(codes.map(CodeGroup::toString).orElse("all codes"));
    stage.ifPresent(at -> words.append(", stage ").append(at.word()));
    if (!match.equals(SubjectMatch.ALL)) {
      words.append(", ").append(match);
    }
    maxBytes.ifPresent(bytes -> words.append(", up to ").append(BinaryBytes.text(bytes)));
    minAge.ifPresent(age -> words.append(", known for ").append(age.toHours()).append(" h"));
    return words.toString();
  }
}
