package dev.poolkeeper.processors.judge;

import dev.poolkeeper.processors.anomaly.watch.AnomalyVerdicts;
import dev.poolkeeper.processors.capacity.CapacityFinder;
import dev.poolkeeper.processors.delivery.DeliveryVerdicts;
import dev.poolkeeper.processors.finding.Judgements;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.health.HealthFinder;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Causes;
import dev.poolkeeper.processors.orphan.History;
import dev.poolkeeper.processors.orphan.InventoryVerdicts;
import dev.poolkeeper.processors.orphan.Needs;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.OrphanFinder;
import dev.poolkeeper.processors.orphan.WrongData;
import dev.poolkeeper.processors.protection.ClaimUnprotected;
import dev.poolkeeper.processors.retention.RetentionVerdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges a night by every rule there is: what one side has and the other has not (1xx and 2xx),
 * retention of snapshots (301 to 309), claims without copies (307), room (4xx), configuration
 * (6xx), appliances (7xx), wrong data (8xx), and of each source how far it could be trusted (9xx).
 * Deterministic; linear in the number of objects.
 */
public final class NightJudge {

  private NightJudge() {}

  /** Judges a night without history of our own, and without forecasts. */
  public static Judgements judge(Night night, Map<String, String> held) {
    return judge(night, held, History.none(), Trends.none());
  }

  /**
   * @param held reason by part that {@link dev.poolkeeper.processors.orphan.DropGuard} distrusts
   * @param history what our own ledger remembers
   * @param trends what tonight's forecasts and alarms say
   */
  public static Judgements judge(
      Night night, Map<String, String> held, History history, Trends trends) {
    List<Verdict> wrongData = WrongData.find(night);
    Set<Subject> explained = wrongData.stream().map(Verdict::subject).collect(Collectors.toSet());
    List<Verdict> verdicts = new ArrayList<>(OrphanFinder.find(night, history, explained));
    verdicts.addAll(wrongData);
    verdicts.addAll(HealthFinder.find(night));
    verdicts.addAll(CapacityFinder.find(night, trends.capacity()));
    verdicts.addAll(AnomalyVerdicts.find(night, trends.anomalies()));
    verdicts.addAll(RetentionVerdicts.find(night, trends.retention()));
    trends
        .protection()
        .map(policy -> ClaimProtections.of(night, policy))
        .ifPresent(claims -> verdicts.addAll(ClaimUnprotected.find(night, claims)));
    verdicts.addAll(DeliveryVerdicts.find(trends.undelivered()));
    verdicts.addAll(InventoryVerdicts.judge(night.inventory(), verdicts, held));
    return new Judgements(
        Causes.explain(verdicts, night, history), new Needs(night.completeness())::gap);
  }
}
