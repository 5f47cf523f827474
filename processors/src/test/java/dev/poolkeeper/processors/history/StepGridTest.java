package dev.poolkeeper.processors.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StepGridTest {

  private static int[] steps(StepGrid grid, int rows) {
    return java.util.stream.IntStream.range(0, rows).map(grid::step).toArray();
  }

  @Test
  void nightsFallIntoTheirDaysHoweverLateTheyWere() {
    StepGrid grid = StepGrid.of(new double[] {7200, 93_600, 180_000, 340_000, 345_660}, true);
    assertThat(steps(grid, 5)).containsExactly(0, 1, 2, 3, 4);
    assertThat(grid.interval()).isEqualTo(86_400);
    assertThat(grid.stepsPerDay()).isZero();
  }

  @Test
  void fiveMinutesAreTheNearestStep() {
    StepGrid grid = StepGrid.of(new double[] {1000, 1300, 1610, 1890, 3400}, true);
    assertThat(steps(grid, 5)).containsExactly(0, 1, 2, 3, 8);
    assertThat(grid.stepsPerDay()).isEqualTo(288);
    assertThat(grid.length()).isEqualTo(9);
  }

  @Test
  void plainNumbersHaveTheirOwnUnit() {
    StepGrid grid = StepGrid.of(new double[] {10, 20, 30, 50}, false);
    assertThat(steps(grid, 4)).containsExactly(0, 1, 2, 4);
    assertThat(grid.interval()).isEqualTo(10);
    assertThat(grid.stepsPerDay()).isZero();
  }

  @Test
  void noneOrOneTimeIsEnough() {
    assertThat(StepGrid.of(new double[0], true).length()).isZero();
    assertThat(StepGrid.of(new double[] {5}, true).interval()).isEqualTo(86_400);
    assertThat(StepGrid.of(new double[] {5, 5}, false).length()).isEqualTo(1);
  }

  @Test
  void timesSpreadBeyondReasonAreRefused() {
    assertThatThrownBy(() -> StepGrid.of(new double[] {0, 1, 2, 1e9}, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("4 rows are spread over 1000000000 steps of 1.0");
  }
}
