package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.inventory.Owner;
import dev.poolkeeper.processors.space.EstateSpace;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the ledger knows about a night: the input of {@link NightlyReportAssembler}.
 *
 * @param findings tonight's, resolved ones included
 * @param comparedWith the night before this one in the ledger
 * @param scoreBefore its score
 * @param newlyConfirmed fingerprints of findings that were not confirmed that night
 * @param judged number of volumes and contents
 * @param withheld what was not said for want of some part; no findings
 * @param scores one per source
 * @param exceptions those of the configuration, in its order
 * @param protection how claims stand against their RPO
 * @param courses how pools, and what the most urgent findings are about, went and may go on
 * @param fullDates when each pool is expected to be full, the soonest first
 * @param owners who answers for the subjects of {@link ActionLine#first}, of those that are known
 * @param history what is known of days without a night, by origin
 */
public record NightFacts(
    String version,
    boolean demo,
    LocalDate date,
    Instant capturedAt,
    List<Finding> findings,
    Optional<LocalDate> comparedWith,
    OptionalInt scoreBefore,
    List<String> newlyConfirmed,
    long judged,
    List<SourceLine> sources,
    int nights,
    List<HistoryLine> history,
    Map<String, Long> volumesByConfidence,
    List<PoolLine> pools,
    EstateSpace space,
    List<CourseLine> courses,
    List<CoverageLine> coverage,
    List<WithheldLine> withheld,
    List<SourceScoreLine> scores,
    List<ExceptionLine> exceptions,
    ProtectionFacts protection,
    RetentionFacts retention,
    ProposalFacts proposals,
    List<FullDateLine> fullDates,
    Map<String, Owner> owners,
    Map<String, String> policy) {}
