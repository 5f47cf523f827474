package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.FindingStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Makes one report of what the ledger knows about a night. Pure and deterministic: the same facts
 * give the same report, so it can be rendered again at any time.
 */
public final class NightlyReportAssembler {

  /** Findings of one code that a report lists unless told otherwise; all are counted. */
  private static final int SHOWN_PER_GROUP = 200;

  private final int shownPerGroup;

  public NightlyReportAssembler() {
    this(SHOWN_PER_GROUP);
  }

  /**
   * @param shownPerGroup how many findings of one code are listed; all are counted
   */
  public NightlyReportAssembler(int shownPerGroup) {
    this.shownPerGroup = shownPerGroup;
  }

  public NightlyReport assemble(NightFacts facts) {
    int score = Score.of(facts.findings(), facts.judged());
    NightVerdict verdict = NightVerdict.of(facts.findings());
    return new NightlyReport(
        NightlyReport.SCHEMA_VERSION,
        facts.version(),
        facts.demo(),
        facts.date(),
        facts.capturedAt(),
        verdict,
        score,
        delta(score, facts.scoreBefore()),
        headlines(facts),
        changes(facts),
        ReclaimableSums.of(facts.findings(), SpacePrice.of(facts.policy())),
        ActionLine.of(facts.findings(), facts.owners()),
        facts.sources(),
        facts.nights(),
        facts.history(),
        facts.volumesByConfidence(),
        groups(facts.findings()),
        facts.pools(),
        facts.space(),
        facts.courses(),
        facts.coverage(),
        facts.withheld(),
        facts.scores(),
        facts.exceptions(),
        facts.protection(),
        facts.retention(),
        facts.proposals(),
        facts.fullDates(),
        FindingCount.of(facts.findings()),
        facts.policy());
  }

  private static List<String> headlines(NightFacts facts) {
    List<String> headlines =
        new ArrayList<>(
            Headlines.of(facts.findings(), FullDateHeadline.of(facts.fullDates(), facts.date())));
    GradeHeadline.of(facts.scores()).ifPresent(headlines::add);
    return headlines;
  }

  private static OptionalInt delta(int score, OptionalInt before) {
    return before.isPresent() ? OptionalInt.of(score - before.getAsInt()) : OptionalInt.empty();
  }

  private static Changes changes(NightFacts facts) {
    return new Changes(
        facts.comparedWith(),
        lines(facts, f -> f.status() == FindingStatus.NEW),
        lines(facts, f -> facts.newlyConfirmed().contains(f.fingerprint())),
        lines(facts, f -> f.status() == FindingStatus.REOPENED),
        lines(facts, f -> f.status() == FindingStatus.RESOLVED && f.nights() > 0),
        count(facts.findings(), f -> f.status() == FindingStatus.PERSISTING),
        count(
            facts.findings(),
            f ->
                f.nights() > 0
                    && (f.status() == FindingStatus.HELD
                        || f.status() == FindingStatus.UNDECIDED)));
  }

  private static List<FindingLine> lines(NightFacts facts, Predicate<Finding> wanted) {
    return facts.findings().stream()
        .filter(wanted)
        .sorted(ActionLine.BY_WEIGHT)
        .map(FindingLine::of)
        .toList();
  }

  private static int count(List<Finding> findings, Predicate<Finding> wanted) {
    return (int) findings.stream().filter(wanted).count();
  }

  private static long bytes(List<Finding> findings) {
    return findings.stream()
        .mapToLong(f -> f.reclaimableBytes().orElse(0))
        .reduce(0, Math::addExact);
  }

  private List<FindingGroup> groups(List<Finding> findings) {
    List<FindingGroup> groups = new ArrayList<>();
    for (FindingCode code : Arrays.asList(FindingCode.values())) {
      List<Finding> ofCode =
          findings.stream()
              .filter(f -> f.code() == code && f.open())
              .sorted(ActionLine.BY_WEIGHT)
              .toList();
      if (!ofCode.isEmpty()) {
        groups.add(group(code, ofCode));
      }
    }
    return groups;
  }

  private FindingGroup group(FindingCode code, List<Finding> findings) {
    boolean anyKnown = findings.stream().anyMatch(f -> f.reclaimableBytes().isPresent());
    return new FindingGroup(
        code.code(),
        code.word(),
        code.title(),
        code.meaning(),
        code.actions(),
        findings.size(),
        anyKnown ? OptionalLong.of(bytes(findings)) : OptionalLong.empty(),
        count(findings, f -> f.reclaimableBytes().isEmpty()),
        findings.stream().limit(shownPerGroup).map(FindingLine::of).toList());
  }
}
