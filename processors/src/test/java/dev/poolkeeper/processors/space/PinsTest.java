package dev.poolkeeper.processors.space;

import static dev.poolkeeper.processors.space.Spaces.NONE;
import static dev.poolkeeper.processors.space.Spaces.known;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PinsTest {

  @Test
  void nothingIsPinnedWithoutClones() {
    assertThat(Pins.of(0, 0, NONE, NONE, known(50))).isEqualTo(Pins.NONE);
  }

  @Test
  void boundsAreUniqueSpaceAndTheSmallerOfReferencedAndAllSnapshots() {
    assertThat(Pins.of(2, 3, known(5), known(90), known(40)))
        .isEqualTo(new Pins(2, 3, known(5), known(40)));
    assertThat(Pins.of(1, 1, known(5), known(20), known(40)))
        .isEqualTo(new Pins(1, 1, known(5), known(20)));
  }

  @Test
  void boundThatWasNotToldIsEmpty() {
    assertThat(Pins.of(1, 1, NONE, NONE, known(40))).isEqualTo(new Pins(1, 1, NONE, known(40)));
    assertThat(Pins.of(1, 1, known(5), NONE, NONE)).isEqualTo(new Pins(1, 1, known(5), NONE));
  }

  @Test
  void boundsMayMeet() {
    assertThat(Pins.of(1, 1, known(40), known(90), known(40)))
        .isEqualTo(new Pins(1, 1, known(40), known(40)));
  }

  @Test
  void staleLowerBoundAboveTheUpperOneIsDropped() {
    assertThat(Pins.of(1, 1, known(50), known(90), known(40)))
        .isEqualTo(new Pins(1, 1, NONE, known(40)));
  }
}
