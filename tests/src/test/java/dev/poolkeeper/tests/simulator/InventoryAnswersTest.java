package dev.poolkeeper.tests.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How each generation writes pools, datasets, snapshots and shares, and what it leaves out. */
class InventoryAnswersTest {

  private static final SimulatorTls TLS = SimulatorTls.valid();
  private static final Map<Generation, TrueNasSimulator> STARTED = new HashMap<>();
  private static final HttpClient HTTP = RpcClient.http(TLS);

  @AfterAll
  static void stop() {
    STARTED.values().forEach(TrueNasSimulator::close);
  }

  private static TrueNasSimulator nas(Generation generation) {
    return STARTED.computeIfAbsent(generation, unused -> Rows.start(generation, TLS));
  }

  /** A call through whichever protocol the generation speaks. */
  private static JsonNode ask(Generation generation, String method, String filters, String options)
      throws Exception {
    TrueNasSimulator nas = nas(generation);
    if (generation.speaksJsonRpc()) {
      try (RpcClient client = RpcClient.loggedIn(nas, TLS)) {
        return client.result(method, "[" + filters + "," + options + "]");
      }
    }
    String path = method.replace(".query", "").replace('.', '/');
    return Trees.parse(
        RpcClient.send(
                HTTP,
                "GET",
                nas.httpsUrl() + "/api/v2.0/" + path,
                nas.apiKey(),
                "{\"query-filters\":" + filters + ",\"query-options\":" + options + "}")
            .body());
  }

  private static JsonNode rpc(Generation generation, String method, String params) {
    try (RpcClient client = RpcClient.loggedIn(nas(generation), TLS)) {
      return client.call(method, params);
    }
  }

  private static JsonNode dataset(Generation generation, String id, String extra) throws Exception {
    return ask(
            generation,
            "pool.dataset.query",
            "[[\"id\",\"=\",\"" + id + "\"]]",
            "{\"extra\":" + extra + "}")
        .path(0);
  }

  private static List<String> ids(JsonNode rows) {
    return rows.valueStream().map(row -> row.path("id").asString()).toList();
  }

  @Test
  void corePoolsHaveNoSizes() throws Exception {
    assertThat(ask(Generation.CORE_13, "pool.query", "[]", "{}").path(0).has("size")).isFalse();
    JsonNode later = ask(Generation.BLUEFIN_22_12, "pool.query", "[]", "{}").path(0);
    assertThat(later.path("size").asInt()).isEqualTo(100);
    assertThat(later.has("is_decrypted")).isTrue();
    assertThat(later.path("guid").asString()).isEqualTo("14266138055396837770");
  }

  @Test
  void coreDatasetsLackSharesOfSpaceAndUserProperties() throws Exception {
    JsonNode core = dataset(Generation.CORE_13, Rows.VOLUME, "{}");
    for (String field : List.of("usedbysnapshots", "creation", "user_properties")) {
      assertThat(core.has(field)).as(field).isFalse();
    }
    JsonNode properties = ask(Generation.CORE_13, "pool.dataset.userprop.query", "[]", "{}");
    assertThat(
            properties
                .valueStream()
                .filter(row -> row.path("id").asString().equals(Rows.VOLUME))
                .findFirst()
                .orElseThrow()
                .path("properties")
                .path("democratic-csi:csi_volume_name")
                .path("rawvalue")
                .asString())
        .isEqualTo("pvc-1");
  }

  @Test
  void sourcesOfUserPropertiesAreTrueUntil2504() throws Exception {
    String pointer = "/user_properties/democratic-csi:csi_volume_name/source";
    assertThat(dataset(Generation.ELECTRIC_EEL_24_10, Rows.VOLUME, "{}").at(pointer).asString())
        .isEqualTo("RECEIVED");
    assertThat(dataset(Generation.GOLDEYE_25_10, Rows.VOLUME, "{}").at(pointer).asString())
        .isEqualTo("LOCAL");
    assertThat(
            dataset(Generation.FANGTOOTH_25_04, Rows.VOLUME, "{\"retrieve_user_props\":false}")
                .has("user_properties"))
        .isFalse();
  }

  @Test
  void propertiesAreSelectedByTheirZfsNames() throws Exception {
    String wanted = "{\"properties\":[\"used\",\"referenced\"]}";
    JsonNode until2504 = dataset(Generation.ELECTRIC_EEL_24_10, Rows.VOLUME, wanted);
    assertThat(until2504.has("used")).isTrue();
    assertThat(until2504.has("available")).isFalse();
    assertThat(until2504.has("referenced")).isFalse();
    assertThat(dataset(Generation.GOLDEYE_25_10, Rows.VOLUME, wanted).has("referenced")).isTrue();
    assertThat(
            dataset(Generation.ELECTRIC_EEL_24_10, Rows.VOLUME, "{\"properties\":[]}").has("used"))
        .isFalse();
    assertThat(dataset(Generation.CORE_13, Rows.VOLUME, wanted).has("available")).isTrue();
  }

  @Test
  void flatListsRepeatWhatIsBelow() throws Exception {
    JsonNode flat = ask(Generation.ELECTRIC_EEL_24_10, "pool.dataset.query", "[]", "{}");
    assertThat(ids(flat)).contains("tank", Rows.VOLUME).doesNotHaveDuplicates();
    JsonNode vols =
        flat.valueStream()
            .filter(row -> row.path("id").asString().equals("tank/k8s/vols"))
            .findFirst()
            .orElseThrow();
    assertThat(ids(vols.path("children"))).containsExactly(Rows.VOLUME, Rows.CLONE);
    JsonNode tree =
        ask(
            Generation.ELECTRIC_EEL_24_10,
            "pool.dataset.query",
            "[]",
            "{\"extra\":{\"flat\":false}}");
    assertThat(ids(tree)).containsExactly("tank");
  }

  @Test
  void childrenAreLeftOutOnlyWithAFilter() throws Exception {
    String options = "{\"extra\":{\"retrieve_children\":false}}";
    String filter = "[[\"pool\",\"=\",\"tank\"]]";
    assertThat(ids(ask(Generation.ELECTRIC_EEL_24_10, "pool.dataset.query", filter, options)))
        .containsExactly("tank");
    assertThat(ids(ask(Generation.GOLDEYE_25_10, "pool.dataset.query", "[]", options)))
        .containsExactly("tank");
    assertThat(ids(ask(Generation.GOLDEYE_25_10, "pool.dataset.query", filter, options)))
        .contains("tank", Rows.VOLUME, Rows.ZVOL);
  }

  @Test
  void countIgnoresFiltersFrom2510On() throws Exception {
    String filter = "[[\"id\",\"=\",\"tank\"]]";
    String options = "{\"count\":true}";
    assertThat(ask(Generation.ELECTRIC_EEL_24_10, "pool.dataset.query", filter, options).asInt())
        .isEqualTo(1);
    assertThat(ask(Generation.GOLDEYE_25_10, "pool.dataset.query", filter, options).asInt())
        .isGreaterThan(1);
  }

  @Test
  void volumesNamedLikeInternalDatasetsAreHiddenFrom2510On() throws Exception {
    String mine = "tank/k8s/ix-apps-of-mine";
    assertThat(ids(ask(Generation.ELECTRIC_EEL_24_10, "pool.dataset.query", "[]", "{}")))
        .contains(mine)
        .doesNotContain("tank/ix-apps/docker");
    assertThat(ids(ask(Generation.GOLDEYE_25_10, "pool.dataset.query", "[]", "{}")))
        .doesNotContain(mine, "tank/ix-apps/docker");
  }

  @Test
  void resourcesComeInTheirOwnDialect() {
    String params =
        "[{\"paths\":[\"tank\"],\"get_children\":true,\"get_user_properties\":true,"
            + "\"properties\":[\"used\",\"volsize\",\"origin\",\"encryption\"]}]";
    JsonNode rows = rpc(Generation.GOLDEYE_25_10, "zfs.resource.query", params).path("result");
    JsonNode volume =
        rows.valueStream()
            .filter(row -> row.path("name").asString().equals(Rows.VOLUME))
            .findFirst()
            .orElseThrow();
    assertThat(volume.path("guid").isIntegralNumber()).isTrue();
    assertThat(volume.path("createtxg").isIntegralNumber()).isTrue();
    assertThat(volume.at("/properties/used").propertyNames())
        .containsExactly("raw", "source", "value");
    assertThat(volume.path("properties").has("volsize")).isFalse();
    assertThat(volume.at("/properties/encryption/raw").asString()).isEqualTo("off");
    assertThat(volume.path("user_properties").path("democratic-csi:csi_volume_name").asString())
        .isEqualTo("pvc-1");
    assertThat(volume.has("id")).isFalse();
  }

  @Test
  void resourcePathsMustExistAndNotOverlap() {
    JsonNode missing =
        rpc(Generation.GOLDEYE_25_10, "zfs.resource.query", "[{\"paths\":[\"none\"]}]");
    assertThat(missing.at("/error/data/errname").asString()).isEqualTo("ENOENT");
    JsonNode overlap =
        rpc(
            Generation.GOLDEYE_25_10,
            "zfs.resource.query",
            "[{\"paths\":[\"tank\",\"tank/k8s\"],\"get_children\":true}]");
    assertThat(overlap.at("/error/code").asInt()).isEqualTo(RpcReplies.INVALID_PARAMS);
  }

  @Test
  void sharesHavePathsOnCoreAndOnePathLater() throws Exception {
    JsonNode core = ask(Generation.CORE_13, "sharing.nfs.query", "[]", "{}").path(0);
    assertThat(core.path("paths").toString())
        .isEqualTo("[\"/mnt/tank/k8s/vols/pvc-1\",\"/mnt/alias\"]");
    assertThat(core.has("path")).isFalse();
    JsonNode later = ask(Generation.BLUEFIN_22_12, "sharing.nfs.query", "[]", "{}").path(0);
    assertThat(later.path("path").asString()).isEqualTo("/mnt/tank/k8s/vols/pvc-1");
    assertThat(later.path("aliases").toString()).isEqualTo("[\"/mnt/alias\"]");
  }

  @Test
  void methodsComeAndGo() {
    assertThat(unknown(Generation.FANGTOOTH_25_04, "nvmet.subsys.query")).isTrue();
    assertThat(unknown(Generation.GOLDEYE_25_10, "nvmet.subsys.query")).isFalse();
    assertThat(unknown(Generation.FANGTOOTH_25_04, "pool.snapshot.query")).isTrue();
    assertThat(unknown(Generation.FANGTOOTH_25_04, "zfs.resource.query")).isTrue();
    assertThat(unknown(Generation.TWENTY_SIX, "zfs.snapshot.query")).isTrue();
    assertThat(unknown(Generation.TWENTY_SIX, "zfs.resource.snapshot.query")).isFalse();
  }

  private static boolean unknown(Generation generation, String method) {
    return rpc(generation, method, "[]").at("/error/code").asInt(0) == RpcReplies.UNKNOWN_METHOD;
  }

  @Test
  void versionsAreWrittenAsEachReleaseDoes() throws Exception {
    for (Generation generation : Generation.values()) {
      JsonNode info = ask(generation, "system.info", "[]", "{}");
      assertThat(info.path("version").asString()).isEqualTo(generation.infoVersion());
    }
    assertThat(Generation.FANGTOOTH_25_04.infoVersion()).isEqualTo("25.04.2.6");
    assertThat(Generation.CORE_13.infoVersion()).isEqualTo("TrueNAS-13.0-U6.8");
    assertThat(Generation.ofVersion("TrueNAS-SCALE-24.10.2"))
        .isEqualTo(Generation.ELECTRIC_EEL_24_10);
  }
}
