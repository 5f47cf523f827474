package dev.poolkeeper.processors.health;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.Alert;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * 704: what the appliance itself warns of and nobody dismissed, once per class: the ids of alerts
 * change with every reboot. Needs the list of alerts.
 */
final class ApplianceAlert implements Rule {

  private static final Set<String> LOUD =
      Set.of("WARNING", "ERROR", "CRITICAL", "ALERT", "EMERGENCY");

  private final Night night;

  ApplianceAlert(Night night) {
    this.night = night;
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
      boolean told = alert.alertClass().equals(ApiDeprecated.ALERT_CLASS);
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
