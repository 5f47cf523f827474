package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.proposal.Destruction;
import dev.poolkeeper.processors.proposal.ReclaimOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What came of a proposal that destroyed something; the field names are a public contract.
 *
 * @param id {@code P-17}
 * @param verdict as-estimated, less, more or unknown
 * @param reason the verdict in words, with its figures
 * @param estimatedBytes what it was estimated to free at least; empty: not known
 * @param pool the subject of its pool; empty: not known
 * @param together how many proposals destroyed something in the pool between the same nights
 * @param togetherBytes what these were estimated to free at least, in all
 * @param usedBytesBefore used in the pool on the night before; empty: not read
 * @param freedBytesAtLeast the lower end of what was forecast for the night after, less what was
 *     used; empty: no forecast
 */
public record ProposalOutcomeLine(
    String id,
    String code,
    String subject,
    String verdict,
    String reason,
    Instant destroyedAt,
    Optional<LocalDate> beforeOn,
    LocalDate afterOn,
    OptionalLong estimatedBytes,
    OptionalLong estimatedBytesAtMost,
    Optional<String> pool,
    int together,
    OptionalLong togetherBytes,
    OptionalLong togetherBytesAtMost,
    OptionalLong usedBytesBefore,
    OptionalLong usedBytesAfter,
    OptionalLong freedBytesAtLeast,
    OptionalLong freedBytesAtMost) {

  /** As lists and reports show it. */
  public static ProposalOutcomeLine of(String code, String subject, ReclaimOutcome outcome) {
    Destruction one = outcome.destruction();
    return new ProposalOutcomeLine(
        "P-" + one.proposal(),
        code,
        subject,
        outcome.verdict().word(),
        outcome.reason(),
        one.at(),
        one.beforeOn(),
        one.afterOn(),
        one.estimated().atLeast(),
        one.estimated().atMost(),
        one.pool(),
        outcome.together(),
        outcome.estimatedTogether().atLeast(),
        outcome.estimatedTogether().atMost(),
        one.usedBefore(),
        one.usedAfter(),
        outcome.freedAtLeast(),
        outcome.freedAtMost());
  }
}
