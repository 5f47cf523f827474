package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.processors.anomaly.watch.WatchPolicy;
import dev.poolkeeper.processors.capacity.CapacityPolicy;
import dev.poolkeeper.processors.finding.FindingPolicy;
import dev.poolkeeper.processors.finding.FindingRules;
import dev.poolkeeper.processors.finding.SeverityRule;
import dev.poolkeeper.processors.orphan.GuardPolicy;
import dev.poolkeeper.processors.orphan.OrphanPolicy;
import dev.poolkeeper.processors.protection.ProtectionPolicy;
import dev.poolkeeper.processors.report.SpacePrice;
import dev.poolkeeper.processors.retention.policy.RetentionPolicies;
import dev.poolkeeper.processors.retention.policy.RetentionPolicy;
import dev.poolkeeper.processors.runway.PlannedChange;
import dev.poolkeeper.writers.text.ByteText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All settings of a run, checked.
 *
 * @param origin the file they were read from, empty when all are defaults or from the environment
 * @param rules exceptions and severities
 * @param protection how old the newest copies of claims may be
 * @param retention what is to be kept of whose snapshots
 * @param cleanup how much one cleanup may do, and when
 * @param proposals what may be proposed, and who may approve it
 * @param live clusters and TrueNAS systems; empty when read for a command that asks none
 * @param lease what is held in Kubernetes meanwhile; empty when nothing is, or when read for a
 *     command that asks no live system
 * @param mail how reports are mailed; empty when they are not, or when read for a command that
 *     sends nothing
 * @param channels tickets, chat and whatever else is told of findings; none where nothing is sent
 * @param signals who is to notice that runs happen
 * @param secretFiles the files that secrets were read from
 */
public record Configuration(
    Optional<String> origin,
    DatabaseSettings database,
    OrphanSettings orphans,
    GuardSettings guards,
    CapacitySettings capacity,
    AnomalySettings anomalies,
    ReportSettings report,
    HousekeepingSettings housekeeping,
    FindingRules rules,
    ProtectionPolicy protection,
    RetentionPolicies retention,
    ProposalSettings proposals,
    CleanupSettings cleanup,
    Optional<LiveSettings> live,
    Optional<LeaseSettings> lease,
    Optional<MailSettings> mail,
    List<ChannelSettings> channels,
    SignalSettings signals,
    List<SecretFile> secretFiles) {

  public Configuration {
    channels = List.copyOf(channels);
    secretFiles = List.copyOf(secretFiles);
  }

  /** The same with other policies of retention. */
  public Configuration withRetention(RetentionPolicies policies) {
    return new Configuration(
        origin,
        database,
        orphans,
        guards,
        capacity,
        anomalies,
        report,
        housekeeping,
        rules,
        protection,
        policies,
        proposals,
        cleanup,
        live,
        lease,
        mail,
        channels,
        signals,
        secretFiles);
  }

  /** Where the settings come from, in words. */
  public String source() {
    return origin.orElse("environment and defaults");
  }

  /**
   * The live systems of this configuration.
   *
   * @throws InvalidConfiguration when it lists no cluster or no NAS, or was read without them
   */
  public LiveSettings liveSystems() {
    LiveSettings systems = live.orElse(new LiveSettings(List.of(), List.of()));
    List<String> problems = new ArrayList<>();
    if (systems.clusters().isEmpty()) {
      problems.add(
          "poolkeeper.clusters is empty, expected at least one, as clusters: [{name: prod-a,"
              + " kubeconfig: ~/.kube/config}]");
    }
    if (systems.nas().isEmpty()) {
      problems.add(
          "poolkeeper.nas is empty, expected at least one, as nas: [{name: nas1, url:"
              + " https://nas1.example.com, username: poolkeeper, api-key-file: /PATH}]");
    }
    if (!problems.isEmpty()) {
      throw new InvalidConfiguration(source(), problems);
    }
    return systems;
  }

  public FindingPolicy findingPolicy() {
    return new FindingPolicy(orphans.grace(), orphans.confirmRuns());
  }

  public OrphanPolicy orphanPolicy() {
    return new OrphanPolicy(orphans.grace(), orphans.goneClusters());
  }

  public GuardPolicy guardPolicy() {
    return new GuardPolicy(guards.maxDropRatio());
  }

  public CapacityPolicy capacityPolicy() {
    return new CapacityPolicy(capacity.warnAt(), capacity.criticalAt());
  }

  public WatchPolicy watchPolicy() {
    return new WatchPolicy(
        anomalies.falseAlarmsPerThousand(), anomalies.leastMoveBytes(), anomalies.leastMoveRatio());
  }

  /** The values that verdicts depend on, by key, as the report prints them. */
  public Map<String, String> policy() {
    Map<String, String> policy = new TreeMap<>();
    policy.put("orphans.grace", text(orphans.grace()));
    policy.put("orphans.confirm-runs", Integer.toString(orphans.confirmRuns()));
    if (!orphans.goneClusters().isEmpty()) {
      policy.put("orphans.gone-clusters", String.join(", ", new TreeSet<>(orphans.goneClusters())));
    }
    policy.put("guards.max-drop-ratio", Double.toString(guards.maxDropRatio()));
    policy.put("capacity.horizon", capacity.horizonDays() + "d");
    policy.put("capacity.lead-time", capacity.leadDays() + "d");
    policy.put("capacity.warn-at", Double.toString(capacity.warnAt()));
    policy.put("capacity.critical-at", Double.toString(capacity.criticalAt()));
    policy.put(
        "anomalies.false-alarms-per-1000-nights",
        Double.toString(anomalies.falseAlarmsPerThousand()));
    policy.put("anomalies.least-move", ByteText.of(anomalies.leastMoveBytes()));
    policy.put("anomalies.least-move-ratio", Double.toString(anomalies.leastMoveRatio()));
    price(policy);
    capacityScenarios(policy);
    for (RetentionPolicy kept : retention.policies()) {
      policy.put(kept.name(), "%s, for %s".formatted(kept.keep(), kept.match()));
    }
    if (!guards.acceptDrop().isEmpty()) {
      policy.put("guards.accept-drop", String.join(", ", new TreeSet<>(guards.acceptDrop())));
    }
    for (int at = 0; at < rules.severities().size(); at++) {
      SeverityRule rule = rules.severities().get(at);
      policy.put(
          "severities[%d]".formatted(at),
          "%s: %s, for %s".formatted(rule.codes(), rule.severity().word(), rule.match()));
    }
    proposals(policy);
    for (int at = 0; at < protection.rules().size(); at++) {
      policy.put("protection[%d]".formatted(at), protection.rules().get(at).toString());
    }
    return policy;
  }

  private void price(Map<String, String> policy) {
    if (report.price().isPresent()) {
      SpacePrice price = report.price().get();
      policy.put(SpacePrice.PRICE_KEY, price.perTibMonth().toPlainString());
      policy.put(SpacePrice.CURRENCY_KEY, price.currency());
    }
  }

  private void proposals(Map<String, String> policy) {
    policy.put("guards.max-proposals", Integer.toString(proposals.guards().maxProposals()));
    policy.put("guards.max-reclaim-ratio", Double.toString(proposals.guards().maxReclaimRatio()));
    policy.put("proposals.approval-lasts", text(proposals.policy().approvalLasts()));
    policy.put("proposals.quarantine", text(proposals.policy().quarantine()));
    for (int at = 0; at < proposals.policy().rules().size(); at++) {
      policy.put(
          "proposals.rules[%d]".formatted(at), proposals.policy().rules().get(at).toString());
    }
  }

  private void capacityScenarios(Map<String, String> policy) {
    policy.put(
        "capacity.growth-factors",
        capacity.growthFactors().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    for (int at = 0; at < capacity.planned().size(); at++) {
      PlannedChange change = capacity.planned().get(at);
      policy.put(
          "capacity.planned[%d]".formatted(at),
          "%s: %d bytes of %s on %s, %s"
              .formatted(
                  change.pool(),
                  change.bytes(),
                  change.what().name().toLowerCase(Locale.ROOT),
                  change.on(),
                  change.reason()));
    }
  }

  private static String text(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds % 60 != 0) {
      return seconds + "s";
    }
    return seconds % 3600 == 0 ? duration.toHours() + "h" : duration.toMinutes() + "m";
  }
}
