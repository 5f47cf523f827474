package dev.poolkeeper.tests.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How snapshots are listed. */
class SnapshotAnswersTest {

  private static final SimulatorTls TLS = SimulatorTls.valid();
  private static final String PROPERTIES = "properties";

  private static JsonNode ask(Generation generation, String method, String params) {
    try (TrueNasSimulator nas = Rows.start(generation, TLS);
        RpcClient client = RpcClient.loggedIn(nas, TLS)) {
      return client.call(method, params);
    }
  }

  private static JsonNode first(Generation generation, String method, String extra) {
    return ask(
            generation,
            method,
            "[[[\"id\",\"=\",\"" + Rows.SNAPSHOT + "\"]],{\"extra\":" + extra + "}]")
        .path("result")
        .path(0);
  }

  @Test
  void propertiesOfTheDatasetAreInheritedAndStandAmongTheOthers() {
    JsonNode row =
        first(Generation.FANGTOOTH_25_04, "zfs.snapshot.query", "{\"properties\":[\"creation\"]}");
    assertThat(row.path(PROPERTIES).propertyNames())
        .containsExactlyInAnyOrder(
            "creation", "democratic-csi:csi_snapshot_name", "democratic-csi:csi_volume_name");
    assertThat(row.at("/properties/democratic-csi:csi_snapshot_name/source").asString())
        .isEqualTo("LOCAL");
    assertThat(row.at("/properties/democratic-csi:csi_volume_name/source").asString())
        .isEqualTo("INHERITED");
    assertThat(row.path("createtxg").asString()).isEqualTo("100");
    assertThat(row.has("holds")).isFalse();
  }

  @Test
  void emptyListOfPropertiesAsksForAllUntil2510() {
    JsonNode all = first(Generation.GOLDEYE_25_10, "pool.snapshot.query", "{\"properties\":[]}");
    assertThat(all.path(PROPERTIES).has("userrefs")).isTrue();
    JsonNode none = first(Generation.TWENTY_SIX, "pool.snapshot.query", "{\"properties\":[]}");
    assertThat(none.path(PROPERTIES)).isEmpty();
  }

  @Test
  void namesAndTransactionGroupsComeWithoutProperties() {
    JsonNode row =
        first(
            Generation.GOLDEYE_25_10,
            "pool.snapshot.query",
            "{\"properties\":[\"name\",\"createtxg\"]}");
    assertThat(row.has(PROPERTIES)).isFalse();
    assertThat(row.path("createtxg").asString()).isEqualTo("100");
  }

  @Test
  void transactionGroupsNarrowAllPoolsAtOnce() {
    JsonNode reply =
        ask(Generation.GOLDEYE_25_10, "pool.snapshot.query", "[[],{\"extra\":{\"min_txg\":101}}]");
    assertThat(reply.path("result")).hasSize(1);
    assertThat(reply.at("/result/0/id").asString()).isEqualTo("tank/k8s/vols@auto-1");
  }

  @Test
  void retentionNeedsALimit() {
    JsonNode reply =
        ask(
            Generation.GOLDEYE_25_10,
            "pool.snapshot.query",
            "[[],{\"extra\":{\"retention\":true}}]");
    assertThat(reply.at("/error/data/errname").asString()).isEqualTo("EINVAL");
  }

  @Test
  void holdsOfOthersAreHiddenIn26() {
    try (TrueNasSimulator nas = Rows.start(Generation.TWENTY_SIX, TLS);
        RpcClient client = RpcClient.loggedIn(nas, TLS)) {
      nas.hold(Rows.SNAPSHOT, "velero");
      JsonNode row =
          client
              .result(
                  "pool.snapshot.query",
                  "[[[\"id\",\"=\",\""
                      + Rows.SNAPSHOT
                      + "\"]],"
                      + "{\"extra\":{\"properties\":[\"used\",\"userrefs\"]}}]")
              .path(0);
      assertThat(row.path("holds")).isEmpty();
      assertThat(row.path(PROPERTIES).propertyNames()).containsExactly("used");
      JsonNode resource =
          client
              .result(
                  "zfs.resource.snapshot.query",
                  "[{\"paths\":[\"" + Rows.VOLUME + "\"],\"get_holds\":true}]")
              .path(0);
      assertThat(resource.path("holds").toString()).isEqualTo("[\"velero\"]");
    }
  }

  @Test
  void resourcesCountAndListSnapshotsOf26() {
    try (TrueNasSimulator nas = Rows.start(Generation.TWENTY_SIX, TLS);
        RpcClient client = RpcClient.loggedIn(nas, TLS)) {
      assertThat(
              client
                  .result(
                      "zfs.resource.snapshot.count", "[{\"paths\":[\"tank\"],\"recursive\":true}]")
                  .toString())
          .isEqualTo("{\"tank/k8s/vols\":1,\"" + Rows.VOLUME + "\":1}");
      JsonNode row =
          client
              .result(
                  "zfs.resource.snapshot.query",
                  "[{\"paths\":[\"tank/k8s\"],\"recursive\":true,\"properties\":[\"used\"],"
                      + "\"get_user_properties\":true,\"min_txg\":1,\"max_txg\":100}]")
              .path(0);
      assertThat(row.path("createtxg").isIntegralNumber()).isTrue();
      assertThat(row.at("/properties/used/raw").asString()).isEqualTo("4096");
      assertThat(row.at("/properties/used/source").isNull()).isTrue();
      assertThat(row.path("user_properties").path("democratic-csi:csi_volume_name").asString())
          .isEqualTo("pvc-1");
      assertThat(row.path("holds").isNull()).isTrue();
    }
  }
}
