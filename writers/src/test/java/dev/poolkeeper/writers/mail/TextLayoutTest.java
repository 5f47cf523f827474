package dev.poolkeeper.writers.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextLayoutTest {

  private static final String VOLUME = "pvc-79e38854-2ac4-4d3f-a493-e2ea3c7a976c";

  private final TextLayout layout = new TextLayout();

  @Test
  void aNameGoesOnBehindOneOfItsParts() {
    String dataset = "nas1/datasets/tank/k8s/production/vols/" + VOLUME;

    assertThat(layout.wrap(dataset, 3, 3))
        .isEqualTo("   nas1/datasets/tank/k8s/production/vols/\n   " + VOLUME);
  }

  @Test
  void aNameWithoutPartsGoesOnWhereTheLineIsFull() {
    assertThat(layout.wrap("x".repeat(80), 0, 2))
        .isEqualTo("x".repeat(72) + "\n  " + "x".repeat(8));
  }

  @Test
  void aFigureStaysWithItsUnit() {
    String words = "w".repeat(66);

    assertThat(layout.wrap(words + " 80 % of it", 0, 2)).isEqualTo(words + " 80 %\n  of it");
    assertThat(layout.wrap(words + "w 80 % of it", 0, 2)).isEqualTo(words + "w 80 %\n  of it");
    assertThat(layout.wrap(words + "ww 80 % of it", 0, 2)).isEqualTo(words + "ww\n  80 % of it");
    assertThat(layout.wrap(words + " 4 TiB", 0, 2)).isEqualTo(words + " 4\u0020TiB");
    assertThat(layout.wrap(words + "w 4 TiB", 0, 2)).isEqualTo(words + "w\n  4 TiB");
  }
}
