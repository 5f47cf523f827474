package dev.poolkeeper.readers.truenas.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.readers.source.SourceContract;
import dev.poolkeeper.readers.source.SourceFailure;
import dev.poolkeeper.readers.source.SourceRefused;
import dev.poolkeeper.readers.source.SourceUnavailable;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestAnswerTest {

  private static SourceFailure failure(int status, String start) {
    return new RestAnswer(status, 0, start).failure("pool.query on nas1").orElseThrow();
  }

  @Test
  void answerIsNoFailure() {
    assertThat(new RestAnswer(200, 0, "[]").failure("x")).isEmpty();
  }

  @Test
  void wrongKeyIsRefused() {
    SourceFailure failure = failure(401, "Invalid API key");

    assertThat(failure).isInstanceOf(SourceRefused.class);
    assertThat(failure.seen()).isEqualTo("the API key was refused: Invalid API key");
  }

  @Test
  void missingRightIsRefused() {
    assertThat(failure(403, "")).isInstanceOf(SourceRefused.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 502, 503, 504})
  void busyServerIsWorthAnotherAttempt(int status) {
    assertThat(failure(status, "<html></html>")).isInstanceOf(SourceUnavailable.class);
  }

  @Test
  void serverSaysWhenToComeBack() {
    SourceFailure failure = new RestAnswer(503, 7, "").failure("x").orElseThrow();

    assertThat(((SourceUnavailable) failure).retryAfter()).contains(Duration.ofSeconds(7));
  }

  @Test
  void pageOfAProxyIsNoAnswer() {
    SourceFailure failure = failure(200, "<!DOCTYPE html><title>Sign in</title>");

    assertThat(failure).isInstanceOf(SourceContract.class);
    assertThat(failure.seen()).isEqualTo("an HTML page, Sign in");
  }

  @Test
  void missingPathIsAMissingMethod() {
    assertThat(new RestAnswer(404, 0, "404: Not Found").noSuchPath()).isTrue();
    assertThat(new RestAnswer(404, 0, "<html>not found</html>").noSuchPath()).isFalse();
  }

  @Test
  void tracebackNeverShows() {
    assertThat(failure(500, "{\"message\": \"broken\", \"traceback\": \"key=PLANTED\"}").seen())
        .isEqualTo("HTTP 500: broken");
  }

  @Test
  void keyIsNotSentElsewhere() {
    assertThat(failure(302, "")).isInstanceOf(SourceContract.class);
  }
}
