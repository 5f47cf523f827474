package dev.poolkeeper.readers.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryTest {

  private final Retry retry = new Retry(3, Duration.ofMillis(1));
  private final List<Integer> again = new ArrayList<>();
  private int asked;

  private String answersOnAttempt(int attempt, RuntimeException failure) {
    return retry.call(
        () -> {
          if (++asked < attempt) {
            throw failure;
          }
          return "answer";
        },
        again::add);
  }

  private static SourceFailure unavailable() {
    return new SourceUnavailable("pool.query on nas1", "gone", "wait", null);
  }

  @Test
  void firstAnswerNeedsNoSecondQuestion() {
    assertThat(answersOnAttempt(1, unavailable())).isEqualTo("answer");
    assertThat(again).isEmpty();
  }

  @Test
  void transientFailureIsAskedAgainAndToldBefore() {
    assertThat(answersOnAttempt(3, unavailable())).isEqualTo("answer");
    assertThat(again).containsExactly(2, 3);
  }

  @Test
  void attemptsAreBounded() {
    SourceFailure failure = unavailable();

    assertThatThrownBy(() -> answersOnAttempt(4, failure)).isSameAs(failure);
    assertThat(asked).isEqualTo(3);
  }

  @Test
  void refusalIsNotAskedAgain() {
    SourceFailure failure = new SourceRefused("login on nas1", "wrong key", "make one", null);

    assertThatThrownBy(() -> answersOnAttempt(2, failure)).isSameAs(failure);
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void brokenContractIsNotAskedAgain() {
    SourceFailure failure = new SourceContract("pool.query on nas1", "HTML", "look", null);

    assertThatThrownBy(() -> answersOnAttempt(2, failure)).isSameAs(failure);
    assertThat(asked).isEqualTo(1);
  }
}
