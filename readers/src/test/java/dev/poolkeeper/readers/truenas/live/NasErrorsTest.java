package dev.poolkeeper.readers.truenas.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.source.SourceContract;
import dev.poolkeeper.readers.source.SourceFailure;
import dev.poolkeeper.readers.source.SourceRefused;
import dev.poolkeeper.readers.source.SourceUnavailable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Error objects written after the contract, §1.4. */
class NasErrorsTest {

  private static SourceFailure of(String error) {
    return NasErrors.of("replication.query on nas1", Json.tree(error));
  }

  private static String callError(String errname, String reason) {
    return """
    {"code": -32001, "message": "Method call error", "data": {"error": 1, "errname": "%s",
      "reason": "%s", "trace": {"frames": [{"locals": {"api_key": "1-PLANTED"}}]}, "extra": null}}"""
        .formatted(errname, reason);
  }

  @Test
  void unknownMethodIsNoFailure() {
    assertThat(NasErrors.noSuchMethod(Json.tree("{\"code\": -32601, \"message\": \"x\"}")))
        .isTrue();
    assertThat(NasErrors.noSuchMethod(Json.tree(callError("ENOMETHOD", "no method")))).isTrue();
    assertThat(NasErrors.noSuchMethod(Json.tree(callError("EFAULT", "x")))).isFalse();
  }

  @Test
  void missingRightIsRefusedWithTheRoleToGive() {
    SourceFailure failure = of(callError("EACCES", "[EACCES] Not authorized"));

    assertThat(failure).isInstanceOf(SourceRefused.class);
    assertThat(failure.getMessage())
        .contains("replication.query on nas1", "Not authorized", "READONLY_ADMIN");
  }

  @Test
  void tooManyCallsIsWorthAnotherAttempt() {
    assertThat(of("{\"code\": -32000, \"message\": \"Maximum number of concurrent calls (20)\"}"))
        .isInstanceOf(SourceUnavailable.class);
  }

  @Test
  void rateLimitOfLoginsSaysHowLongToWait() {
    SourceFailure failure = of(callError("EBUSY", "[EBUSY] Rate Limit Exceeded"));

    assertThat(failure).isInstanceOf(SourceUnavailable.class);
    assertThat(((SourceUnavailable) failure).retryAfter()).contains(Duration.ofSeconds(10));
  }

  @Test
  void validationNamesWhatWasWrong() {
    SourceFailure failure =
        of(
            """
            {"code": -32602, "message": "Invalid params", "data": {"error": 22, "errname": "EINVAL",
              "reason": "", "trace": null, "extra": [["options.limit", "too large", 22]]}}""");

    assertThat(failure).isInstanceOf(SourceContract.class);
    assertThat(failure.seen()).isEqualTo("the question was refused: too large");
  }

  @Test
  void traceNeverShows() {
    assertThat(of(callError("EFAULT", "[EFAULT] broken")).toString()).doesNotContain("PLANTED");
  }
}
