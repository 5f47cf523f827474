package dev.poolkeeper.tests.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What deletions do, refuse and only pretend. */
class DeletionTest {

  private static final SimulatorTls TLS = SimulatorTls.valid();
  private static final String DELETE = "pool.dataset.delete";

  private static RpcClient admin(TrueNasSimulator nas) {
    return RpcClient.loggedIn(nas, TLS, nas.apiKey(Rights.FULL_ADMIN));
  }

  private static List<String> ids(TrueNasSimulator nas, String method) {
    return nas.rows(method).stream().map(row -> row.path("id").asString("")).toList();
  }

  private static String errname(JsonNode reply) {
    return reply.at("/error/data/errname").asString("");
  }

  private static String quoted(String id, String options) {
    return "[\"" + id + "\"," + options + "]";
  }

  @Test
  void sharesAreGoneEvenWhenTheDatasetStays() {
    try (TrueNasSimulator nas = Rows.start(Generation.GOLDEYE_25_10, TLS);
        RpcClient client = admin(nas)) {
      JsonNode reply = client.call(DELETE, quoted(Rows.VOLUME, "{\"recursive\":true}"));
      assertThat(reply.at("/error/data/reason").asString()).contains("dependent clones");
      assertThat(ids(nas, "pool.dataset.query")).contains(Rows.VOLUME);
      assertThat(ids(nas, "sharing.nfs.query")).containsExactly("2");
    }
  }

  @Test
  void childrenAreRefusedWithoutRecursion() {
    try (TrueNasSimulator nas = Rows.start(Generation.GOLDEYE_25_10, TLS);
        RpcClient client = admin(nas)) {
      assertThat(errname(client.call(DELETE, quoted("tank/k8s", "{}")))).isEqualTo("ENOTEMPTY");
      nas.keepBusy(Rows.CLONE);
      assertThat(errname(client.call(DELETE, quoted(Rows.CLONE, "{}")))).isEqualTo("EBUSY");
    }
  }

  @Test
  void extentsAndEmptyTargetsGoWithTheirZvol() {
    try (TrueNasSimulator nas = Rows.start(Generation.GOLDEYE_25_10, TLS);
        RpcClient client = admin(nas)) {
      assertThat(client.result(DELETE, quoted(Rows.ZVOL, "{}")).asBoolean()).isTrue();
      assertThat(ids(nas, "pool.dataset.query")).doesNotContain(Rows.ZVOL);
      assertThat(ids(nas, "iscsi.extent.query")).isEmpty();
      assertThat(ids(nas, "iscsi.targetextent.query")).isEmpty();
      assertThat(ids(nas, "iscsi.target.query")).containsExactly("12");
    }
  }

  @Test
  void recursionKillsClonesIn26() {
    try (TrueNasSimulator nas = Rows.start(Generation.TWENTY_SIX, TLS);
        RpcClient client = admin(nas)) {
      nas.hold(Rows.SNAPSHOT, "velero");
      assertThat(client.result(DELETE, quoted(Rows.VOLUME, "{\"recursive\":true}")).asBoolean())
          .isTrue();
      assertThat(ids(nas, "pool.dataset.query")).doesNotContain(Rows.VOLUME, Rows.CLONE);
    }
  }

  @Test
  void failureLooksLikeSuccessIn26() {
    try (TrueNasSimulator nas = Rows.start(Generation.TWENTY_SIX, TLS);
        RpcClient client = admin(nas)) {
      nas.keepBusy(Rows.CLONE);
      assertThat(client.result(DELETE, quoted(Rows.CLONE, "{}")).asBoolean()).isTrue();
      assertThat(ids(nas, "pool.dataset.query")).contains(Rows.CLONE);
      assertThat(ids(nas, "sharing.nfs.query")).containsExactly("1");
      assertThat(
              errname(client.call("zfs.resource.destroy", "[{\"path\":\"" + Rows.CLONE + "\"}]")))
          .isEqualTo("EBUSY");
    }
  }

  @Test
  void snapshotsWithClonesGoOnlyDeferred() {
    try (TrueNasSimulator nas = Rows.start(Generation.GOLDEYE_25_10, TLS);
        RpcClient client = admin(nas)) {
      JsonNode refused = client.call("pool.snapshot.delete", quoted(Rows.SNAPSHOT, "{}"));
      assertThat(refused.at("/error/data/extra/0/0").asString()).isEqualTo("options.defer");
      assertThat(refused.at("/error/data/extra/0/1").asString()).contains(Rows.CLONE);
      client.result("pool.snapshot.delete", quoted(Rows.SNAPSHOT, "{\"defer\":true}"));
      assertThat(ids(nas, "pool.snapshot.query")).contains(Rows.SNAPSHOT);
      client.result(DELETE, quoted(Rows.CLONE, "{}"));
      assertThat(ids(nas, "pool.snapshot.query")).doesNotContain(Rows.SNAPSHOT);
    }
  }

  @Test
  void heldSnapshotsStay() {
    String id = "tank/k8s/vols@auto-1";
    try (TrueNasSimulator nas = Rows.start(Generation.GOLDEYE_25_10, TLS);
        RpcClient client = admin(nas)) {
      nas.hold(id, "velero");
      assertThat(
              client
                  .call("pool.snapshot.delete", quoted(id, "{}"))
                  .at("/error/data/reason")
                  .asString())
          .contains("dataset is busy");
      client.result("pool.snapshot.release", quoted(id, "{}"));
      assertThat(client.result("pool.snapshot.delete", quoted(id, "{}")).asBoolean()).isTrue();
      assertThat(errname(client.call("pool.snapshot.delete", quoted(id, "{}"))))
          .isEqualTo("EINVAL");
    }
  }

  @Test
  void sessionsProtectTargets() {
    var lists = Rows.lists();
    lists.put(
        "iscsi.global.sessions", Rows.rows("[{\"target\":\"iqn.2005-10.org.freenas.ctl:pvc-3\"}]"));
    try (TrueNasSimulator nas =
            TrueNasSimulator.of(lists, java.util.Map.of(), Generation.GOLDEYE_25_10).start(TLS);
        RpcClient client = admin(nas)) {
      JsonNode reply = client.call("iscsi.target.delete", "[11,false]");
      assertThat(errname(reply)).isEqualTo("EFAULT");
      assertThat(reply.at("/error/data/reason").asString()).contains("is in use");
      assertThat(errname(client.call("iscsi.extent.delete", "[21,false,false]")))
          .isEqualTo("EFAULT");
      assertThat(client.result("iscsi.target.delete", "[11,true]").asBoolean()).isTrue();
      assertThat(ids(nas, "iscsi.targetextent.query")).isEmpty();
      assertThat(ids(nas, "iscsi.extent.query")).containsExactly("21");
    }
  }

  @Test
  void attachmentsNameWhatUsesADataset() {
    try (TrueNasSimulator nas = Rows.start(Generation.GOLDEYE_25_10, TLS);
        RpcClient client = RpcClient.loggedIn(nas, TLS)) {
      assertThat(client.result("pool.dataset.attachments", "[\"" + Rows.VOLUME + "\"]").toString())
          .isEqualTo(
              "[{\"type\":\"NFS Share\",\"service\":\"nfs\","
                  + "\"attachments\":[\"/mnt/tank/k8s/vols/pvc-1\"]}]");
    }
  }

  @Test
  void userPropertiesAreSet() {
    try (TrueNasSimulator nas = Rows.start(Generation.ELECTRIC_EEL_24_10, TLS)) {
      assertThat(
              RpcClient.send(
                      RpcClient.http(TLS),
                      "PUT",
                      nas.httpsUrl() + "/api/v2.0/pool/dataset/id/" + Rows.ZVOL.replace("/", "%2F"),
                      nas.apiKey(Rights.FULL_ADMIN),
                      "{\"user_properties_update\":[{\"key\":\"pk:q\",\"value\":\"1\"}]}")
                  .statusCode())
          .isEqualTo(200);
      assertThat(
              nas.rows("pool.dataset.query").stream()
                  .filter(row -> row.path("id").asString().equals(Rows.ZVOL))
                  .findFirst()
                  .orElseThrow()
                  .at("/user_properties/pk:q/source")
                  .asString())
          .isEqualTo("LOCAL");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
