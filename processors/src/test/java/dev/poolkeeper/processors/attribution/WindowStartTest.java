package dev.poolkeeper.processors.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WindowStartTest {

  private static final LocalDate NIGHT = LocalDate.of(2026, 2, 11);

  private static List<LocalDate> daysBefore(int... days) {
    return IntStream.of(days).mapToObj(NIGHT::minusDays).toList();
  }

  @Test
  void theWantedNightIsTaken() {
    assertThat(WindowStart.of(NIGHT, 7, daysBefore(0, 1, 6, 7, 8))).contains(NIGHT.minusDays(7));
  }

  @Test
  void ofTwoEquallyNearOnesTheEarlier() {
    assertThat(WindowStart.of(NIGHT, 7, daysBefore(0, 5, 9))).contains(NIGHT.minusDays(9));
  }

  @Test
  void oneThatIsTwiceAsFarIsTheFarthest() {
    assertThat(WindowStart.of(NIGHT, 7, daysBefore(0, 14))).contains(NIGHT.minusDays(14));
    assertThat(WindowStart.of(NIGHT, 7, daysBefore(0, 15))).isEmpty();
  }

  @Test
  void theNightItselfAndLaterOnesAreNoStart() {
    assertThat(WindowStart.of(NIGHT, 7, daysBefore(0, -1))).isEmpty();
    assertThat(WindowStart.of(NIGHT, 7, List.of())).isEmpty();
  }
}
