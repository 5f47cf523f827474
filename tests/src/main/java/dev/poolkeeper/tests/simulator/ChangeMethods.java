package dev.poolkeeper.tests.simulator;

import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The methods that change something. */
final class ChangeMethods {

  private final NasState state;
  private final Generation generation;
  private final MethodTable table;

  private ChangeMethods(MethodTable table, NasState state) {
    this.table = table;
    this.generation = table.generation();
    this.state = state;
  }

  static void addTo(MethodTable table, NasState state) {
    ChangeMethods methods = new ChangeMethods(table, state);
    methods.datasets();
    methods.snapshots();
    methods.shares();
    methods.creations();
    if (table.generation().atLeast(Generation.GOLDEYE_25_10)) {
      methods.nvme();
    }
    if (table.generation().atLeast(Generation.TWENTY_SIX)) {
      methods.resources();
    }
  }

  private static JsonNode done() {
    return Trees.parse("true");
  }

  private void datasets() {
    DatasetDeletion deletion = new DatasetDeletion(state, generation);
    table.add(
        "pool.dataset.delete",
        "DATASET_DELETE",
        params -> {
          deletion.delete(params.path(0).asString(""), params.path(1));
          return Answer.of(done());
        });
    table.add(
        "pool.dataset.update",
        "DATASET_WRITE",
        params ->
            Answer.of(
                new DatasetUpdate(state, generation)
                    .update(params.path(0).asString(""), params.path(1))));
  }

  private void snapshots() {
    SnapshotDeletion deletion = new SnapshotDeletion(state, generation);
    List<String> services =
        generation.atLeast(Generation.TWENTY_SIX)
            ? List.of("pool.snapshot.")
            : generation.atLeast(Generation.GOLDEYE_25_10)
                ? List.of("pool.snapshot.", "zfs.snapshot.")
                : List.of("zfs.snapshot.");
    for (String service : services) {
      table.add(
          service + "delete",
          "SNAPSHOT_DELETE",
          params -> {
            deletion.delete(params.path(0).asString(""), params.path(1));
            return Answer.of(done());
          });
      table.add(
          service + "hold",
          "SNAPSHOT_WRITE",
          params -> {
            deletion.find(params.path(0).asString("")).holds.put("truenas", 1L);
            return Answer.of(Trees.parse("null"));
          });
      table.add(
          service + "release",
          "SNAPSHOT_WRITE",
          params -> {
            // all tags, whoever set them
            deletion.find(params.path(0).asString("")).holds.clear();
            deletion.reap();
            return Answer.of(Trees.parse("null"));
          });
    }
  }

  private void shares() {
    rows("sharing.nfs", "SHARING_NFS_WRITE");
    rows("sharing.smb", "SHARING_SMB_WRITE");
    rows("pool.snapshottask", "SNAPSHOT_TASK_WRITE");
    rows("replication", "REPLICATION_TASK_WRITE");
    for (String service : new String[] {"iscsi.initiator", "iscsi.portal", "iscsi.auth"}) {
      rows(service, "SHARING_ISCSI_WRITE");
    }
    IscsiDeletion deletion = new IscsiDeletion(state);
    iscsi("iscsi.target.delete", deletion::target);
    iscsi("iscsi.extent.delete", deletion::extent);
    iscsi("iscsi.targetextent.delete", deletion::targetExtent);
  }

  private void creations() {
    Creations creations = new Creations(state, generation);
    create("sharing.nfs", "SHARING_NFS_WRITE", creations::nfs);
    create("sharing.smb", "SHARING_SMB_WRITE", creations::smb);
    create("iscsi.target", "SHARING_ISCSI_WRITE", creations::target);
    create("iscsi.extent", "SHARING_ISCSI_WRITE", creations::extent);
    create("iscsi.targetextent", "SHARING_ISCSI_WRITE", creations::targetExtent);
    if (generation.atLeast(Generation.GOLDEYE_25_10)) {
      create("nvmet.namespace", "SHARING_NVME_TARGET_WRITE", creations::namespace);
    }
  }

  private void create(String service, String role, UnaryOperator<JsonNode> code) {
    table.add(service + ".create", role, params -> Answer.of(code.apply(params.path(0))));
  }

  private interface ById {
    void delete(JsonNode params);
  }

  private void iscsi(String method, ById code) {
    table.add(
        method,
        "SHARING_ISCSI_WRITE",
        params -> {
          code.delete(params);
          return Answer.of(done());
        });
  }

  private void nvme() {
    for (String service :
        new String[] {"nvmet.namespace", "nvmet.port_subsys", "nvmet.host_subsys"}) {
      rows(service, "SHARING_NVME_TARGET_WRITE");
    }
    table.add(
        "nvmet.subsys.delete",
        "SHARING_NVME_TARGET_WRITE",
        params -> {
          ObjectNode subsystem = DatabaseRows.find(state, "nvmet.subsys.query", params.path(0));
          boolean force = params.path(1).path("force").asBoolean(false);
          for (String users : new String[] {"nvmet.namespace.query", "nvmet.port_subsys.query"}) {
            boolean used =
                state.list(users).removeIf(row -> force && uses(row, subsystem))
                    || state.list(users).stream().anyMatch(row -> uses(row, subsystem));
            if (used && !force) {
              throw CallFailure.invalid(
                  "nvmet_subsys_delete.id",
                  "Subsystem " + Trees.text(subsystem, "name") + " contains namespaces or ports",
                  Errno.EBUSY);
            }
          }
          state.list("nvmet.subsys.query").remove(subsystem);
          return Answer.of(done());
        });
  }

  private static boolean uses(ObjectNode row, ObjectNode subsystem) {
    return row.path("subsys").path("id").asLong(-1) == subsystem.path("id").asLong(-2);
  }

  private void resources() {
    DatasetDeletion datasets = new DatasetDeletion(state, generation);
    SnapshotDeletion snapshots = new SnapshotDeletion(state, generation);
    table.add(
        "zfs.resource.destroy",
        "ZFS_RESOURCE_DELETE",
        params -> {
          datasets.destroyResource(params.path(0));
          return Answer.of(Trees.parse("null"));
        });
    table.add(
        "zfs.resource.snapshot.destroy",
        "ZFS_RESOURCE_DELETE",
        params -> {
          snapshots.destroyResource(params.path(0));
          return Answer.of(Trees.parse("null"));
        });
  }

  private void rows(String service, String role) {
    table.add(
        service + ".delete",
        role,
        params -> {
          String method = service + ".query";
          state.list(method).remove(DatabaseRows.find(state, method, params.path(0)));
          return Answer.of(done());
        });
  }
}
