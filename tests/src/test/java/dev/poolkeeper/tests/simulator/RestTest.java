package dev.poolkeeper.tests.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.tests.support.SmallEstate;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** REST v2.0 with its traps, and the probe for it. */
class RestTest {

  private static final SimulatorTls TLS = SimulatorTls.valid();

  @TempDir Path folder;
  private final HttpClient client = RpcClient.http(TLS);

  @SuppressWarnings("NullAway.Init")
  private TrueNasSimulator nas;

  private Rights rights = Rights.READ_ONLY;

  @AfterEach
  void stop() {
    nas.close();
  }

  private void start(Generation generation) {
    SmallEstate.ofHealthyVolumes(3).snapshot("steady-1", "snapshot-1").write(folder, "2026-02-11");
    nas = TrueNasSimulator.of(folder.resolve("nas/nas1"), generation).start(TLS);
  }

  private void startWithExtents(Generation generation) {
    List<ObjectNode> extents =
        List.of(
            Trees.object().put("id", 1).put("name", "101"),
            Trees.object().put("id", 2).put("name", "102"));
    List<ObjectNode> datasets =
        List.of(Trees.object().put("id", "default"), Trees.object().put("id", "default/os"));
    nas =
        TrueNasSimulator.of(
                Map.of("iscsi.extent.query", extents, "pool.dataset.query", datasets),
                Map.of(),
                generation)
            .start(TLS);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return RpcClient.get(client, nas.httpsUrl() + "/api/v2.0" + path, nas.apiKey(rights));
  }

  private HttpResponse<String> get(String path, String body) throws Exception {
    return RpcClient.send(
        client, "GET", nas.httpsUrl() + "/api/v2.0" + path, nas.apiKey(rights), body);
  }

  private static JsonNode json(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Trees.parse(response.body());
  }

  @Test
  void probeTellsTheGenerations() throws Exception {
    start(Generation.ELECTRIC_EEL_24_10);
    assertThat(RpcClient.get(client, nas.httpsUrl() + "/api/versions", "").statusCode())
        .isEqualTo(404);
    nas.close();
    start(Generation.CORE_13);
    assertThat(RpcClient.get(client, nas.httpsUrl() + "/api/versions", "").body())
        .startsWith("<!doctype html>");
    nas.close();
    start(Generation.FANGTOOTH_25_04);
    assertThat(json(RpcClient.get(client, nas.httpsUrl() + "/api/versions", ""))).hasSize(3);
    assertThat(RpcClient.get(client, nas.httpsUrl() + "/api/boot_id", "").statusCode())
        .isEqualTo(404);
  }

  @Test
  void filtersAndOptionsStandInTheBodyOfAGet() throws Exception {
    start(Generation.ELECTRIC_EEL_24_10);
    JsonNode rows =
        json(
            get(
                "/pool/dataset",
                "{\"query-filters\":[[\"id\",\"^\",\"tank/k8s/vols/\"]],"
                    + "\"query-options\":{\"select\":[\"id\"],\"order_by\":[\"-id\"]}}"));
    assertThat(rows.toString())
        .isEqualTo(
            "[{\"id\":\"tank/k8s/vols/steady-3\"},{\"id\":\"tank/k8s/vols/steady-2\"},"
                + "{\"id\":\"tank/k8s/vols/steady-1\"}]");
  }

  @Test
  void unknownParametersAreFiltersThatMatchNothing() throws Exception {
    start(Generation.ELECTRIC_EEL_24_10);
    assertThat(json(get("/pool/dataset?select=id"))).isEmpty();
    assertThat(json(get("/pool/dataset?order_by=-id"))).isEmpty();
    assertThat(json(get("/pool/dataset?name=tank"))).hasSize(1);
  }

  @Test
  void extraIsAFilterOnCore() throws Exception {
    start(Generation.CORE_13);
    assertThat(json(get("/pool/dataset?extra.flat=false"))).isEmpty();
    nas.close();
    start(Generation.ELECTRIC_EEL_24_10);
    assertThat(json(get("/pool/dataset?extra.flat=false"))).hasSize(1);
  }

  @Test
  void sortFailsOn2510() throws Exception {
    rights = Rights.FULL_ADMIN;
    start(Generation.GOLDEYE_25_10);
    HttpResponse<String> response = get("/pool/dataset?sort=-id");
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body())
        .isEqualTo(
            "{\"options.sort\":[{\"message\":\"Extra inputs are not permitted\",\"errno\":22}]}");
  }

  @Test
  void digitsBecomeNumbers() throws Exception {
    startWithExtents(Generation.ELECTRIC_EEL_24_10);
    assertThat(json(get("/iscsi/extent?name=101"))).isEmpty();
    assertThat(json(get("/iscsi/extent?id=1"))).hasSize(1);
    assertThat(get("/iscsi/extent?name__regex=101").statusCode()).isEqualTo(500);
  }

  @Test
  void operatorsWorkOnTextsAsInPython() throws Exception {
    startWithExtents(Generation.ELECTRIC_EEL_24_10);
    assertThat(json(get("/pool/dataset?id__in=default/os"))).hasSize(2);
    assertThat(json(get("/pool/dataset?id__regex=os"))).isEmpty();
    assertThat(json(get("/pool/dataset?id__regex=default"))).hasSize(2);
  }

  @Test
  void slashesInIdsMustBeEncoded() throws Exception {
    startWithExtents(Generation.ELECTRIC_EEL_24_10);
    assertThat(json(get("/pool/dataset/id/default%2Fos")).path("id").asString())
        .isEqualTo("default/os");
    HttpResponse<String> plain = get("/pool/dataset/id/default/os");
    assertThat(plain.statusCode()).isEqualTo(404);
    assertThat(plain.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    HttpResponse<String> missing = get("/pool/dataset/id/none");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).isEqualTo("{\"message\":\"\"}");
  }

  @Test
  void wrongKeysAreToldInPlainText() throws Exception {
    start(Generation.ELECTRIC_EEL_24_10);
    HttpResponse<String> response =
        RpcClient.get(client, nas.httpsUrl() + "/api/v2.0/pool", "1-wrong");
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).isEqualTo("Invalid API key");
  }

  @Test
  void readOnlyKeysMayNotUseRestFrom2504On() throws Exception {
    start(Generation.GOLDEYE_25_10);
    assertThat(get("/pool").statusCode()).isEqualTo(403);
    rights = Rights.FULL_ADMIN;
    assertThat(json(get("/pool"))).hasSize(1);
  }

  @Test
  void snapshotsMovedIn2510AndTheirDatasetIsNoFilter() throws Exception {
    rights = Rights.FULL_ADMIN;
    start(Generation.GOLDEYE_25_10);
    assertThat(get("/zfs/snapshot").statusCode()).isEqualTo(404);
    assertThat(json(get("/pool/snapshot?dataset=none"))).hasSize(1);
  }

  @Test
  void thereIsNoRestIn26() throws Exception {
    rights = Rights.FULL_ADMIN;
    start(Generation.TWENTY_SIX);
    assertThat(get("/pool").statusCode()).isEqualTo(404);
  }

  @Test
  void coreSendsJsonAsText() throws Exception {
    start(Generation.CORE_13);
    HttpResponse<String> response = get("/pool");
    assertThat(json(response)).hasSize(1);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
  }

  @Test
  void keysInClearTextAreNotRevokedByRest() throws Exception {
    start(Generation.ELECTRIC_EEL_24_10);
    assertThat(RpcClient.get(client, nas.httpUrl() + "/api/v2.0/pool", nas.apiKey()).statusCode())
        .isEqualTo(200);
    assertThat(nas.isRevoked(Rights.READ_ONLY)).isFalse();
  }

  @Test
  void handshakesAreSentToTheUiBefore2504() throws Exception {
    start(Generation.ELECTRIC_EEL_24_10);
    assertThat(RpcClient.get(client, nas.httpsUrl() + "/api/current", "").statusCode())
        .isEqualTo(302);
  }
}
