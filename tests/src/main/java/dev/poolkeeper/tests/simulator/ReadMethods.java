package dev.poolkeeper.tests.simulator;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The reading methods for storage and for shares. */
final class ReadMethods {

  private static final Map<String, String> PLAIN_TABLES =
      Map.of(
          "replication.query", "REPLICATION_TASK_READ",
          "pool.snapshottask.query", "SNAPSHOT_TASK_READ",
          "iscsi.targetextent.query", "SHARING_ISCSI_READ",
          "iscsi.auth.query", "SHARING_ISCSI_READ",
          "vm.device.query", "VM_DEVICE_READ",
          "cloudsync.query", "CLOUD_SYNC_READ",
          "rsynctask.query", "SNAPSHOT_TASK_READ");

  private static final List<String> NVME_TABLES =
      List.of("subsys", "namespace", "port", "port_subsys", "host", "host_subsys");

  private final NasState state;
  private final Generation generation;
  private final MethodTable table;

  private ReadMethods(NasState state, MethodTable table) {
    this.state = state;
    this.generation = table.generation();
    this.table = table;
  }

  static void addTo(MethodTable table, NasState state) {
    ReadMethods methods = new ReadMethods(state, table);
    methods.storage();
    methods.snapshots();
    methods.shares();
    methods.nvme();
  }

  private boolean since(Generation first) {
    return generation.atLeast(first);
  }

  private void storage() {
    rows("pool.query", "POOL_READ", new PoolShapes(generation)::row);
    table.addQuery(
        "pool.dataset.query", "DATASET_READ", new DatasetQuery(state, generation)::answer);
    if (generation == Generation.CORE_13) {
      table.addQuery("pool.dataset.userprop.query", "DATASET_READ", this::userProperties);
    }
    if (since(Generation.GOLDEYE_25_10)) {
      table.add(
          "zfs.resource.query",
          "ZFS_RESOURCE_READ",
          params -> new ResourceQuery(state, generation).answer(params.path(0)));
    }
    table.add(
        "pool.dataset.attachments",
        "DATASET_READ",
        params -> new Attachments(state, generation).of(params.path(0).asString("")));
    if (since(Generation.GOLDEYE_25_10)) {
      table.add(
          "pool.dataset.snapshot_count",
          "DATASET_READ",
          params -> Answer.of(Trees.number(state.snapshotsOf(params.path(0).asString("")).size())));
    }
    table.add(
        "pool.dataset.processes",
        "DATASET_READ",
        params -> Answer.rows(state.processesOf(params.path(0).asString(""))));
    PLAIN_TABLES.forEach((method, role) -> rows(method, role, Function.identity()));
  }

  private Answer userProperties(Filters filters, QueryOptions options) {
    Stream<ObjectNode> rows =
        state.datasets().values().stream()
            .filter(row -> !InternalDatasets.hidden(generation, Trees.text(row, "id"), false))
            .map(
                row -> {
                  ObjectNode properties = Trees.object();
                  properties.put("id", Trees.text(row, "id"));
                  properties.set("properties", row.path("user_properties"));
                  return properties;
                });
    return options.answer(rows.filter(filters));
  }

  private void snapshots() {
    if (since(Generation.TWENTY_SIX)) {
      ResourceSnapshotQuery query = new ResourceSnapshotQuery(state);
      table.add(
          "zfs.resource.snapshot.query",
          "ZFS_RESOURCE_READ",
          params -> query.answer(params.path(0)));
      table.add(
          "zfs.resource.snapshot.count",
          "ZFS_RESOURCE_READ",
          params -> query.count(params.path(0)));
    } else {
      // private in 25.10, and carried out all the same
      table.addQuery(
          "zfs.snapshot.query", "SNAPSHOT_READ", new SnapshotQuery(state, generation)::answer);
    }
    if (since(Generation.GOLDEYE_25_10)) {
      table.addQuery(
          "pool.snapshot.query", "SNAPSHOT_READ", new SnapshotQuery(state, generation)::answer);
    }
  }

  private void shares() {
    ShareShapes shapes = new ShareShapes(generation);
    rows("sharing.nfs.query", "SHARING_NFS_READ", shapes::nfs);
    rows("sharing.smb.query", "SHARING_SMB_READ", shapes::smb);
    if (since(Generation.BLUEFIN_22_12)) {
      rows("nfs.get_nfs3_clients", "READONLY_ADMIN", Function.identity());
    }
    if (since(Generation.ELECTRIC_EEL_24_10)) {
      rows("app.query", "APPS_READ", Function.identity());
    }
    rows("iscsi.target.query", "SHARING_ISCSI_READ", shapes::target);
    rows("iscsi.extent.query", "SHARING_ISCSI_READ", shapes::extent);
    rows("iscsi.portal.query", "SHARING_ISCSI_READ", shapes::portal);
    rows("iscsi.initiator.query", "SHARING_ISCSI_READ", shapes::initiator);
    rows("iscsi.global.sessions", "SHARING_ISCSI_READ", Function.identity());
    table.add(
        "iscsi.global.config",
        "SHARING_ISCSI_READ",
        params -> Answer.of(state.document("iscsi.global.config").orElseGet(this::iscsiGlobal)));
  }

  private JsonNode iscsiGlobal() {
    ObjectNode global = Trees.object().put("id", 1).put("basename", "iqn.2005-10.org.freenas.ctl");
    global.putArray("isns_servers");
    return global.put("listen_port", 3260).putNull("pool_avail_threshold").put("alua", false);
  }

  private void nvme() {
    if (!since(Generation.GOLDEYE_25_10)) {
      return;
    }
    for (String name : NVME_TABLES) {
      rows("nvmet." + name + ".query", "SHARING_NVME_TARGET_READ", Function.identity());
    }
    rows("nvmet.global.sessions", "SHARING_NVME_TARGET_READ", Function.identity());
    table.add(
        "nvmet.global.config",
        "SHARING_NVME_TARGET_READ",
        params ->
            Answer.of(
                state
                    .document("nvmet.global.config")
                    .orElseGet(() -> Trees.object().put("basenqn", "nqn.2011-06.com.truenas"))));
  }

  private void rows(String method, String role, Function<ObjectNode, ObjectNode> shape) {
    table.addQuery(
        method,
        role,
        (filters, options) ->
            options.answer(state.list(method).stream().map(shape).filter(filters)));
  }
}
