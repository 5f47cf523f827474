package dev.poolkeeper.jobs.command;

import dev.poolkeeper.processors.anomaly.watch.Anomaly;
import dev.poolkeeper.processors.anomaly.watch.SiteThresholds;
import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.proposal.ProposalOnFile;
import dev.poolkeeper.processors.proposal.ReviewSummary;
import dev.poolkeeper.processors.report.AnomalyLine;
import dev.poolkeeper.processors.report.BacktestLine;
import dev.poolkeeper.processors.report.PromiseLine;
import dev.poolkeeper.processors.report.ProposalOutcomeLine;
import dev.poolkeeper.processors.report.ProtectionLine;
import dev.poolkeeper.processors.report.RetentionLine;
import dev.poolkeeper.processors.report.SimulationLine;
import dev.poolkeeper.processors.report.SnapshotHoldingLine;
import dev.poolkeeper.processors.report.SnapshotTrendLine;
import dev.poolkeeper.processors.retention.policy.RetentionPolicies;
import dev.poolkeeper.readers.ledger.AnomalyReader;
import dev.poolkeeper.readers.ledger.BacktestReader;
import dev.poolkeeper.readers.ledger.FindingReader;
import dev.poolkeeper.readers.ledger.LedgerInventory;
import dev.poolkeeper.readers.ledger.Marts;
import dev.poolkeeper.readers.ledger.OutlookReader;
import dev.poolkeeper.readers.ledger.PromiseReader;
import dev.poolkeeper.readers.ledger.ProposalOutcomeReader;
import dev.poolkeeper.readers.ledger.ProposalReader;
import dev.poolkeeper.readers.ledger.ProtectionReader;
import dev.poolkeeper.readers.ledger.RetentionReader;
import dev.poolkeeper.readers.ledger.SpaceMarts;
import dev.poolkeeper.readers.ledger.SpaceMarts.NightSpace;
import dev.poolkeeper.readers.ledger.ThresholdReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** An open ledger as a list command looks at it: one night of it. */
final class LedgerView {

  private final Marts marts;
  private final SpaceMarts spaceMarts;
  private final FindingReader findings;
  private final OutlookReader outlooks;
  private final BacktestReader backtests;
  private final AnomalyReader anomalies;
  private final ThresholdReader thresholds;
  private final ProtectionReader protections;
  private final RetentionReader retention;
  private final PromiseReader promises;
  private final ProposalReader proposals;
  private final ProposalOutcomeReader outcomes;
  private final LedgerInventory inventories;
  private final Optional<LocalDate> date;

  /**
   * @param date the night asked for; empty: the last one
   */
  LedgerView(DataSource ledger, Optional<LocalDate> date) {
    JdbcClient jdbc = JdbcClient.create(ledger);
    this.marts = new Marts(jdbc, new JsonMapper());
    this.spaceMarts = new SpaceMarts(jdbc);
    this.findings = new FindingReader(jdbc);
    this.outlooks = new OutlookReader(jdbc);
    this.backtests = new BacktestReader(jdbc);
    this.anomalies = new AnomalyReader(jdbc);
    this.thresholds = new ThresholdReader(jdbc);
    this.protections = new ProtectionReader(jdbc);
    this.retention = new RetentionReader(jdbc);
    this.promises = new PromiseReader(jdbc);
    this.proposals = new ProposalReader(jdbc);
    this.outcomes = new ProposalOutcomeReader(jdbc);
    this.inventories = new LedgerInventory(ledger, new JsonMapper());
    this.date = date;
  }

  Marts marts() {
    return marts;
  }

  /** Where the space went on that night. */
  NightSpace space() {
    return spaceMarts.read(night());
  }

  /** How claims are protected on that night, worst first. */
  List<ProtectionLine> protection() {
    return protections.ofNight(night());
  }

  /** What snapshots hold on that night, and held before. */
  List<SnapshotHoldingLine> snapshotHoldings() {
    return protections.holdings(night());
  }

  /** When that night was taken. */
  Instant capturedAt() {
    return marts.capturedAt(night());
  }

  /** The night asked for, or the last one. */
  LocalDate night() {
    date.filter(night -> !marts.knows(night))
        .ifPresent(
            night -> {
              throw NothingToShow.noRunFor(night);
            });
    return date.or(marts::lastNight).orElseThrow(NothingToShow::emptyLedger);
  }

  /** What was forecast on that night. */
  List<SeriesOutlook> outlooks() {
    return outlooks.ofNight(night());
  }

  /** What was forecast of one subject on that night. */
  List<SeriesOutlook> outlooks(Subject subject) {
    return outlooks.of(night(), subject);
  }

  /** How right forecasts of the weeks up to that night were. */
  List<BacktestLine> backtest(int weeks) {
    return backtests.read(night(), weeks);
  }

  /** Why there is nothing to judge, when there is not. */
  String noBacktest() {
    return backtests
        .firstNight()
        .map(
            first ->
                "No forecast of these weeks can be judged. The first night that forecast is %s, so"
                        .formatted(first)
                    + " its 7-day forecast can be judged once the night of %s was run."
                        .formatted(first.plusDays(7)))
        .orElse("No night has forecast anything yet. Next: poolkeeper run nightly.");
  }

  /** What was said on that night. */
  List<Finding> findings() {
    return findings.ofNight(night());
  }

  /** What is told of series on that night. */
  List<Anomaly> anomalies() {
    return anomalies.ofNight(night());
  }

  /** One of them with what else its series does. */
  AnomalyLine line(Anomaly anomaly) {
    return AnomalyLine.of(anomaly, anomalies.patterns(anomaly.series().key(), night()));
  }

  /** What the series do that a finding of oddities (5xx) rests on; empty for other findings. */
  List<String> patterns(Finding finding) {
    return anomalies().stream()
        .filter(anomaly -> anomaly.code() == finding.code() && anomaly.fleet() == 0)
        .filter(
            anomaly ->
                anomaly.series().key().subject().equals(finding.subject())
                    || anomaly
                        .series()
                        .place()
                        .dataset()
                        .filter(finding.subject()::equals)
                        .isPresent())
        .flatMap(anomaly -> line(anomaly).patterns().stream())
        .distinct()
        .toList();
  }

  /** Tasks, then datasets, with what that night found of their snapshots, worst first. */
  Stream<RetentionLine> retention() {
    LocalDate night = night();
    return Stream.concat(
        retention.tasks(night).stream().map(RetentionLine::of).sorted(RetentionLine.WORST_FIRST),
        retention.datasets(night).stream()
            .map(RetentionLine::of)
            .sorted(RetentionLine.WORST_FIRST));
  }

  /** Policies and tasks of that night, worst first. */
  List<PromiseLine> promises() {
    return promises.ofNight(night());
  }

  /** Where snapshots become more. */
  List<SnapshotTrendLine> snapshotTrends() {
    return promises.trends(night());
  }

  /** What will be there of every dataset some days after that night. */
  List<SimulationLine> simulation(RetentionPolicies policies, int days) {
    LocalDate night = night();
    return RetentionSimulation.of(
        inventories.readWithoutSnapshots(night),
        found -> inventories.readSnapshots(night, found),
        policies,
        days);
  }

  /** Subjects of the ZFS snapshots that that night's findings 2xx are about. */
  Set<String> orphanedSnapshots() {
    return findings().stream()
        .filter(finding -> finding.code().orphan())
        .map(finding -> finding.subject().toString())
        .collect(Collectors.toSet());
  }

  /** Every proposal there ever was, as it stands now. */
  List<ProposalOnFile> proposals() {
    return proposals.all();
  }

  /** What came of proposals that were carried out, by their names. */
  Map<String, ProposalOutcomeLine> proposalOutcomes() {
    return outcomes.all().stream()
        .collect(Collectors.toMap(ProposalOutcomeLine::id, Function.identity()));
  }

  /** What that night withheld from proposals, and why, in words. */
  List<String> withheldProposals() {
    return proposals.review(night()).map(ReviewSummary::why).orElse(List.of());
  }

  int judgedSeries() {
    return anomalies.judged(night());
  }

  /** The site's own thresholds, when they judged that night. */
  Optional<SiteThresholds> thresholds() {
    return thresholds.of(night());
  }
}
