package dev.poolkeeper.processors.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Bounds stay bounds when they are summed. */
class ReclaimTest {

  private static Reclaim bounds(long least, long most) {
    return new Reclaim(OptionalLong.of(least), OptionalLong.of(most));
  }

  @Test
  void boundsAreSummedEachForItself() {
    assertThat(Reclaim.together(List.of(bounds(1, 5), Reclaim.exactly(10), bounds(0, 7))))
        .isEqualTo(bounds(11, 22));
    assertThat(Reclaim.together(List.of())).isEqualTo(Reclaim.NOTHING);
  }

  @Test
  void boundThatIsNotKnownOfOneIsNotKnownOfAll() {
    Reclaim least = new Reclaim(OptionalLong.of(3), OptionalLong.empty());
    Reclaim most = new Reclaim(OptionalLong.empty(), OptionalLong.of(3));

    assertThat(Reclaim.together(List.of(bounds(1, 5), least)))
        .isEqualTo(new Reclaim(OptionalLong.of(4), OptionalLong.empty()));
    assertThat(Reclaim.together(List.of(most, bounds(1, 5))))
        .isEqualTo(new Reclaim(OptionalLong.empty(), OptionalLong.of(8)));
    assertThat(Reclaim.together(List.of(least, most))).isEqualTo(Reclaim.UNKNOWN);
  }

  @Test
  void boundsAreNotNegativeAndInOrder() {
    assertThatThrownBy(() -> bounds(2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> bounds(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(bounds(1, 1)).isEqualTo(Reclaim.exactly(1));
  }

  @Test
  void sumThatDoesNotFitIsNoSum() {
    assertThatThrownBy(
            () -> Reclaim.together(List.of(Reclaim.exactly(Long.MAX_VALUE), Reclaim.exactly(1))))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void unknownOfAFindingStaysUnknown() {
    assertThat(Reclaim.exactly(OptionalLong.empty())).isEqualTo(Reclaim.UNKNOWN);
    assertThat(Reclaim.exactly(OptionalLong.of(4))).isEqualTo(bounds(4, 4));
  }
}
