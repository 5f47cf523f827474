package dev.poolkeeper.processors.anomaly;

import static dev.poolkeeper.processors.finding.Severity.CRITICAL;
import static dev.poolkeeper.processors.finding.Severity.INFO;
import static dev.poolkeeper.processors.finding.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FleetIncidentTest {

  private static Map<String, AnomalyKind> alarms(int count, AnomalyKind kind) {
    Map<String, AnomalyKind> alarms = new HashMap<>();
    for (int i = 0; i < count; i++) {
      alarms.put(kind.label() + i, kind);
    }
    return alarms;
  }

  @Test
  void manyVolumesThatShrinkAtOnceAreOneIncident() {
    assertThat(FleetIncident.of(alarms(6, AnomalyKind.SHRINK), 100))
        .contains(
            new FleetIncident(
                AnomalyKind.SHRINK,
                List.of("shrink0", "shrink1", "shrink2", "shrink3", "shrink4", "shrink5"),
                0.06));
  }

  @Test
  void fivePercentOrThreeVolumesAreNone() {
    assertThat(FleetIncident.of(alarms(5, AnomalyKind.SHRINK), 100)).isEmpty();
    assertThat(FleetIncident.of(alarms(3, AnomalyKind.SHRINK), 10)).isEmpty();
    assertThat(FleetIncident.of(Map.of(), 0)).isEmpty();
  }

  @Test
  void differentClassesAreNoIncidentTogether() {
    Map<String, AnomalyKind> mixed = alarms(4, AnomalyKind.SHRINK);
    mixed.putAll(alarms(4, AnomalyKind.GROWTH));
    assertThat(FleetIncident.of(mixed, 100)).isEmpty();
    assertThat(FleetIncident.of(mixed, 50)).map(FleetIncident::kind).contains(AnomalyKind.GROWTH);
  }

  @Test
  void halfOfAVolumeGoneIsCritical() {
    assertThat(AnomalySeverity.of(AnomalyKind.SHRINK, 100, 50, 0, 0)).isEqualTo(CRITICAL);
    assertThat(AnomalySeverity.of(AnomalyKind.SHRINK, 100, 51, 0, 0)).isEqualTo(INFO);
    assertThat(AnomalySeverity.of(AnomalyKind.SHRINK, 0, 0, 0, 0)).isEqualTo(INFO);
  }

  @Test
  void growthThatBringsAFullVolumeNearIsAWarning() {
    assertThat(AnomalySeverity.of(AnomalyKind.GROWTH, 1, 2, 0.1, 0.3)).isEqualTo(WARNING);
    assertThat(AnomalySeverity.of(AnomalyKind.LEAK, 1, 2, 0.1, 0.29)).isEqualTo(INFO);
    assertThat(AnomalySeverity.of(AnomalyKind.GROWTH, 1, 2, 0.5, 0.9)).isEqualTo(INFO);
    assertThat(AnomalySeverity.of(AnomalyKind.FLATLINE, 1, 1, 0, 1)).isEqualTo(INFO);
  }
}
