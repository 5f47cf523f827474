package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.space.EstateSpace;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Everything the nightly report says, in raw units. All formats are renderings of this one value,
 * and its field names are the contract of {@code nightly.json}.
 *
 * @param schemaVersion raised when a field changes its meaning or goes
 * @param demo whether all of it is made up
 * @param score of the whole night, 0..100, see {@link Score}
 * @param scoreDelta against the last comparable night, empty on the first
 * @param headlines at most a handful of sentences, most important first
 * @param nights how many nights the ledger knows up to this one
 * @param history what is known of days before or between them, by origin
 * @param volumesByConfidence number of volumes by what the join said of them
 * @param withheld what was not said for want of some part; no findings
 * @param scores one per source
 * @param exceptions those of the configuration, in its order
 * @param protection how claims stand against their RPO
 * @param retention snapshots against what was promised of them
 * @param proposals what may be cleaned up, and who decides
 * @param space where the space of pools goes, and what of it Kubernetes does not see
 * @param courses how pools, and what the most urgent findings are about, went and may go on
 * @param fullDates when each pool is expected to be full, the soonest first
 * @param counts how many open findings there are, by code, severity and belief
 * @param policy the values in force, as written in the configuration
 */
public record NightlyReport(
    int schemaVersion,
    String version,
    boolean demo,
    LocalDate date,
    Instant capturedAt,
    NightVerdict verdict,
    int score,
    OptionalInt scoreDelta,
    List<String> headlines,
    Changes changes,
    Reclaimable reclaimable,
    List<ActionLine> topActions,
    List<SourceLine> sources,
    int nights,
    List<HistoryLine> history,
    Map<String, Long> volumesByConfidence,
    List<FindingGroup> groups,
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
    List<FindingCount> counts,
    Map<String, String> policy) {

  public static final int SCHEMA_VERSION = 1;

  public NightlyReport {
    headlines = List.copyOf(headlines);
    topActions = List.copyOf(topActions);
    sources = List.copyOf(sources);
    history = List.copyOf(history);
    groups = List.copyOf(groups);
    pools = List.copyOf(pools);
    courses = List.copyOf(courses);
    coverage = List.copyOf(coverage);
    withheld = List.copyOf(withheld);
    scores = List.copyOf(scores);
    exceptions = List.copyOf(exceptions);
    fullDates = List.copyOf(fullDates);
    counts = List.copyOf(counts);
  }
}
