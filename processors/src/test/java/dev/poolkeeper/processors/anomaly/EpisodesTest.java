package dev.poolkeeper.processors.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EpisodesTest {

  private static final AnomalyKind GROWTH = AnomalyKind.GROWTH;

  @Test
  void anEpisodeEndsAfterSevenStepsBelowItsThreshold() {
    Episodes seven = new Episodes();
    assertThat(seven.alarms(GROWTH, 10, 1)).isTrue();
    assertThat(seven.alarms(GROWTH, 17, 1.4)).isFalse();
    assertThat(seven.began(GROWTH)).isEqualTo(10);
    assertThat(seven.alarms(GROWTH, 25, 1)).isTrue();
    assertThat(seven.began(GROWTH)).isEqualTo(25);
  }

  @Test
  void belowTheThresholdNothingBeginsAndAtItSomethingDoes() {
    Episodes episodes = new Episodes();
    assertThat(episodes.alarms(GROWTH, 3, .999)).isFalse();
    assertThatIllegalStateException().isThrownBy(() -> episodes.began(GROWTH));
    assertThat(episodes.alarms(GROWTH, 4, 1)).isTrue();
  }

  @Test
  void onlyHalfAsMuchAgainAlarmsAnewAndAStandStillNever() {
    Episodes episodes = new Episodes();
    episodes.alarms(GROWTH, 1, 2);
    assertThat(episodes.alarms(GROWTH, 2, 3)).isFalse();
    assertThat(episodes.alarms(GROWTH, 3, 3.01)).isTrue();
    assertThat(episodes.alarms(GROWTH, 4, 4.5)).isFalse();
    episodes.alarms(AnomalyKind.FLATLINE, 1, 1);
    assertThat(episodes.alarms(AnomalyKind.FLATLINE, 2, 9)).isFalse();
  }

  @Test
  void growthAndLeakShareAnEpisodeAndShrinkHasItsOwn() {
    Episodes episodes = new Episodes();
    episodes.alarms(GROWTH, 1, 2);
    assertThat(episodes.alarms(AnomalyKind.LEAK, 3, 2)).isFalse();
    assertThat(episodes.began(AnomalyKind.LEAK)).isEqualTo(1);
    assertThat(episodes.alarms(AnomalyKind.SHRINK, 3, 2)).isTrue();
  }

  @Test
  void whatRunsAtAStepWasOverItsThresholdWithinSeven() {
    Episodes episodes = new Episodes(Map.of(GROWTH, new RunningEpisode(2, 5, 1)));
    assertThat(episodes.runningAt(12)).containsOnlyKeys(GROWTH);
    assertThat(episodes.runningAt(13)).isEmpty();
  }

  @Test
  void aFaultTakesBackWhatBeganThereAndNothingElse() {
    Episodes episodes = new Episodes();
    episodes.alarms(GROWTH, 4, 2);
    episodes.alarms(AnomalyKind.SHRINK, 6, 2);
    episodes.forget(6);
    assertThat(episodes.runningAt(6)).containsOnlyKeys(GROWTH);
  }

  @Test
  void halfAVolumeLostIsToldUntilItIsAHabit() {
    Halvings halvings = new Halvings();
    assertThat(halvings.at(1, 100, 51, 20)).isEmpty();
    assertThat(halvings.at(2, 100, 50, 20).orElseThrow().score()).isEqualTo(20);
    assertThat(halvings.at(2, 100, 50, 20).orElseThrow().size()).isEqualTo(50);
    assertThat(halvings.at(30, 100, 0, 20).orElseThrow().score()).isEqualTo(40);
    assertThat(halvings.at(62, 100, 0, 20)).isEmpty();
    assertThat(halvings.at(63, 0, 0, 20)).isEmpty();
    assertThat(halvings.at(91, 100, 0, 20)).isPresent();
  }

  @Test
  void aMoveOfExactlyTheLeastMatters() {
    Materiality gate = new Materiality(10, 2000, .01);
    assertThat(gate.matters(20)).isTrue();
    assertThat(gate.matters(19.9)).isFalse();
    assertThat(new Materiality(30, 2000, .01).matters(30)).isTrue();
    assertThat(new Materiality(30, 2000, .01).matters(29.9)).isFalse();
    assertThat(new Materiality(0, 0, 0).matters(0)).isTrue();
    assertThat(new Materiality(0, 1, 1).matters(1)).isTrue();
    assertThatIllegalArgumentException().isThrownBy(() -> new Materiality(-1, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Materiality(0, -1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Materiality(0, 0, 1.1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Materiality(0, 0, -.1));
  }

  @Test
  void classesHaveTheirLabels() {
    for (AnomalyKind kind : AnomalyKind.values()) {
      assertThat(AnomalyKind.labelled(kind.label())).contains(kind);
    }
    assertThat(AnomalyKind.labelled("drift")).isEmpty();
  }
}
