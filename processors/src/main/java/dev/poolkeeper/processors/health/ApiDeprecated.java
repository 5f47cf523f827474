package dev.poolkeeper.processors.health;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.Alert;
import dev.poolkeeper.processors.inventory.NasSystem;
import dev.poolkeeper.processors.inventory.NasVersion;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 705: a NAS whose clients use the API that goes, by its own alert, or that has no other. Needs
 * what the NAS says of itself and its alerts.
 */
final class ApiDeprecated implements Rule {

  /** Raised by 25.10 for every day on which somebody logged in through REST. */
  static final String ALERT_CLASS = "RESTAPIUsage";

  private final Night night;

  ApiDeprecated(Night night) {
    this.night = night;
  }

  @Override
  public FindingCode code() {
    return FindingCode.API_DEPRECATED;
  }

  @Override
  public Stream<Verdict> judge() {
    return night.all(ObjectKind.NAS_SYSTEM, NasSystem.class).stream()
        .flatMap(system -> judge(system).stream());
  }

  private Optional<Verdict> judge(NasSystem system) {
    List<String> evidence = new ArrayList<>();
    night.all(ObjectKind.ALERT, Alert.class).stream()
        .filter(alert -> alert.nas().equals(system.nas()) && !alert.dismissed())
        .filter(alert -> alert.alertClass().equals(ALERT_CLASS))
        .map(Alert::text)
        .sorted()
        .forEach(evidence::add);
    NasVersion.of(system.version())
        .filter(version -> version.olderThan(25, 4))
        .ifPresent(
            version ->
                evidence.add(
                    "%s has no JSON-RPC API; it came with 25.04".formatted(system.version())));
    return evidence.isEmpty()
        ? Optional.empty()
        : Optional.of(night.verdict(code(), system.subject(), evidence, Optional.empty()));
  }
}
