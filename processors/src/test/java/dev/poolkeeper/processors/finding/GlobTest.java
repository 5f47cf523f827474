package dev.poolkeeper.processors.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which texts a pattern fits. */
class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "tank/k8s/**, tank/k8s/vols/pvc-1",
    "tank/k8s/**, tank/k8s/",
    "**, tank/k8s",
    "**, ''",
    "*, tank",
    "*, ''",
    "legacy-*, legacy-",
    "legacy-*, legacy-1",
    "tank/*/pvc-?, tank/k8s/pvc-1",
    "**/pvc-1, tank/k8s/pvc-1",
    "tank/**/pvc-1, tank/a/b/pvc-1",
    "***, a/b",
    "a*b*c, aXbYbZc",
    "a.b, a.b",
    "[ab](c)+, [ab](c)+",
  })
  void fits(String pattern, String text) {
    assertThat(new Glob(pattern).matches(text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "tank/k8s/**, tank/k8s",
    "tank/k8s/**, tank/k8sx/pvc-1",
    "*, tank/k8s",
    "tank/*, tank/k8s/pvc-1",
    "tank/**/pvc-1, tank/pvc-1",
    "legacy-*, Legacy-1",
    "legacy, legacy-1",
    "legacy, my-legacy",
    "pvc-?, pvc-",
    "a?b, a/b",
    "a.b, axb",
  })
  void doesNotFit(String pattern, String text) {
    assertThat(new Glob(pattern).matches(text)).isFalse();
  }

  @Test
  void patternOfStarsTakesNoTime() {
    String text = "a".repeat(5_000);
    assertThat(new Glob("*a".repeat(50) + "b").matches(text)).isFalse();
  }

  @Test
  void emptyPatternIsRefused() {
    assertThatThrownBy(() -> new Glob("")).isInstanceOf(IllegalArgumentException.class);
  }
}
