package dev.poolkeeper.readers.truenas.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.processors.proposal.HandFailure;
import dev.poolkeeper.processors.proposal.HandFailure.Kind;
import dev.poolkeeper.readers.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What is known after a change, by the errors of contract §1.4. */
class ChangeFailuresTest {

  private static JsonNode error(int code, String errname, String reason) {
    return Json.tree(
        """
        {"code":%d,"message":"m","data":{"error":1,"errname":"%s","reason":"%s","trace":{"frames":["s3cret"]}}}"""
            .formatted(code, errname, reason));
  }

  @ParameterizedTest
  @CsvSource({
    "-32001, EBUSY, dataset is busy, REFUSED",
    "-32001, EFAULT, Target pvc-1 is in use., REFUSED",
    "-32602, EINVAL, Extra inputs are not permitted, REFUSED",
    "-32601, ENOMETHOD, no, REFUSED",
    "-32001, EACCES, tank/.system is a protected path, REFUSED",
    "-32001, EACCES, Not authorized, NOT_ALLOWED",
    "-32001, EACCES, Session is expired, UNAVAILABLE",
    "-32001, ENOTAUTHENTICATED, Not authenticated, UNAVAILABLE",
    "-32000, '', Maximum number of concurrent calls (20) has exceeded, UNAVAILABLE",
    "-32001, EBUSY, Rate Limit Exceeded, UNAVAILABLE",
    "-32603, '', internal, UNKNOWN",
    "-32001, ETIMEDOUT, timed out, UNKNOWN"
  })
  void jsonRpc(int code, String errname, String reason, Kind kind) {
    HandFailure failure = ChangeFailures.of("x.delete on nas1", error(code, errname, reason));

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure)
        .hasMessageStartingWith("x.delete on nas1: ")
        .hasMessageNotContaining("s3cret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "422 | {\"message\":\"[EFAULT] busy\",\"errno\":14} | REFUSED | [EFAULT] busy",
        "422 | {\"a.b\":[{\"message\":\"no\",\"errno\":22}]} | REFUSED | no",
        "404 | {\"message\":\"\"} | REFUSED | it is not there",
        "404 | 404: Not Found | REFUSED | this release has no such method",
        "401 | Invalid API key | NOT_ALLOWED | HTTP 401",
        "403 | 403: Forbidden | NOT_ALLOWED | HTTP 403",
        "429 | - | UNAVAILABLE | too busy",
        "500 | {\"message\":\"m\",\"traceback\":\"s3cret\"} | UNKNOWN | it may have been done",
        "504 | <html></html> | UNKNOWN | it may have been done",
        "200 | <html></html> | UNKNOWN | it may have been done"
      })
  void rest(int status, String body, Kind kind, String said) {
    assertThatThrownBy(() -> RestChange.of("x.delete on nas1", status, body))
        .isInstanceOfSatisfying(
            HandFailure.class, failure -> assertThat(failure.kind()).isEqualTo(kind))
        .hasMessageContaining(said)
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void restAnswers() {
    assertThat(RestChange.of("w", 200, "true").asBoolean()).isTrue();
    assertThat(RestChange.of("w", 200, "null").isNull()).isTrue();
    assertThat(RestChange.of("w", 200, "").isMissingNode()).isTrue();
  }

  @Test
  void restRequests() {
    assertThat(request("pool.dataset.delete", "\"tank/a b@c\"", "{\"force\":false}"))
        .isEqualTo(
            new RestRequest(
                "DELETE", "/api/v2.0/pool/dataset/id/tank%2Fa%20b%40c", "{\"force\":false}"));
    assertThat(request("iscsi.target.delete", "7"))
        .isEqualTo(new RestRequest("DELETE", "/api/v2.0/iscsi/target/id/7", ""));
    assertThat(request("sharing.nfs.create", "{\"path\":\"/mnt/a\"}"))
        .isEqualTo(new RestRequest("POST", "/api/v2.0/sharing/nfs", "{\"path\":\"/mnt/a\"}"));
    assertThat(request("pool.dataset.update", "\"tank\"", "{\"readonly\":\"ON\"}"))
        .isEqualTo(
            new RestRequest("PUT", "/api/v2.0/pool/dataset/id/tank", "{\"readonly\":\"ON\"}"));
    assertThat(request("pool.dataset.attachments", "\"tank/a\""))
        .isEqualTo(new RestRequest("POST", "/api/v2.0/pool/dataset/id/tank%2Fa/attachments", ""));
    assertThat(request("pool.query").verb()).isEqualTo("GET");
    assertThat(request("pool.query").path()).isEqualTo("/api/v2.0/pool");
  }

  private static RestRequest request(String method, String... params) {
    return RestRequest.of(new NasCall(method, List.of(params).stream().map(Json::tree).toList()));
  }
}
