package dev.poolkeeper.processors.health;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.inventory.Alert;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * 704: what the appliance itself warns of and nobody dismissed, once per class: the ids of alerts
 * change with every reboot. Needs the list of alerts. That a pool is not healthy is left to 701
 * where it says so.
 */
final class ApplianceAlert implements Rule {

  private static final Set<String> LOUD =
      Set.of("WARNING", "ERROR", "CRITICAL", "ALERT", "EMERGENCY");

  private static final Set<String> POOL_STATUS = Set.of("VolumeStatus", "PoolStatus");

  private final Night night;

  /** Pools of which 701 is said. */
  private final Set<Subject> unhealthy = new HashSet<>();

  ApplianceAlert(Night night, List<Verdict> pools) {
    this.night = night;
    pools.stream()
        .filter(Candidate.class::isInstance)
        .map(Verdict::subject)
        .forEach(unhealthy::add);
  }

  /** Whether it says no more than that a pool of 701 is in the state it is in. */
  private boolean repeated(Alert alert) {
    return POOL_STATUS.contains(alert.alertClass())
        && unhealthy.stream()
            .filter(pool -> pool.source().equals(alert.nas()))
            .anyMatch(pool -> names(alert.text(), pool.name()));
  }

  private static boolean names(String text, String pool) {
    return Pattern.compile(
            "\\b(?:pool|volume) [\"']?" + Pattern.quote(pool) + "(?![\\w-])",
            Pattern.CASE_INSENSITIVE)
        .matcher(text)
        .find();
  }

  @Override
  public FindingCode code() {
    return FindingCode.APPLIANCE_ALERT;
  }

  @Override
  public Stream<Verdict> judge() {
    Map<Subject, TreeSet<String>> byClass = new TreeMap<>();
    for (Alert alert : night.all(ObjectKind.ALERT, Alert.class)) {
      String level = alert.level().toUpperCase(Locale.ROOT);
      boolean told = alert.alertClass().equals(ApiDeprecated.ALERT_CLASS) || repeated(alert);
      if (LOUD.contains(level) && !alert.dismissed() && !told) {
        String name = alert.alertClass().isEmpty() ? alert.id() : alert.alertClass();
        byClass
            .computeIfAbsent(Subject.of(alert.nas(), ObjectKind.ALERT, name), s -> new TreeSet<>())
            .add("%s: %s".formatted(level, alert.text()));
      }
    }
    return byClass.entrySet().stream()
        .map(
            alerts ->
                night.verdict(
                    code(), alerts.getKey(), List.copyOf(alerts.getValue()), Optional.empty()));
  }
}
