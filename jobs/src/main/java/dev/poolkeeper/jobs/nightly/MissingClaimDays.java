package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.processors.history.DayRange;
import dev.poolkeeper.processors.inventory.CaptureProblem;
import dev.poolkeeper.readers.ledger.PrometheusAnswers;
import dev.poolkeeper.readers.source.SourceFailure;
import dev.poolkeeper.writers.ledger.HistoryWriter;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for the fill levels of past days that the ledger does not know yet. A source that fails
 * leaves a remark and is asked again the next night; the night itself goes on.
 */
public final class MissingClaimDays {

  private static final Logger LOG = LoggerFactory.getLogger(MissingClaimDays.class);

  private final ClaimHistory past;
  private final PrometheusAnswers answers;
  private final HistoryWriter history;

  public MissingClaimDays(ClaimHistory past, PrometheusAnswers answers, HistoryWriter history) {
    this.past = past;
    this.answers = answers;
    this.history = history;
  }

  /**
   * Fills what is missing of one cluster before a night; call inside a transaction.
   *
   * @return how many days of claims are new
   */
  public long fill(long run, LocalDate night, String cluster) {
    int daysBack = past.daysBack(cluster);
    Optional<DayRange> missing = DayRange.missing(night, daysBack, answers.of(cluster));
    if (missing.isEmpty()) {
      return 0;
    }
    DayRange days = missing.get();
    try {
      return history.claims(run, cluster, days, found -> past.read(cluster, days, found));
    } catch (SourceFailure failure) {
      LOG.warn(
          "step=history cluster={} days={}..{} past fill levels are missing: {}",
          cluster,
          days.first(),
          days.last(),
          failure.getMessage());
      history.remark(
          run, cluster, new CaptureProblem(failure.where(), failure.seen(), failure.next()));
      return 0;
    }
  }
}
