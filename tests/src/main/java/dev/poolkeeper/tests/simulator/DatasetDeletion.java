package dev.poolkeeper.tests.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Deletion of datasets. Whatever uses the dataset is taken away first, so that a refusal leaves it
 * without its shares; and 26 says that all went well even where it did not.
 */
final class DatasetDeletion {

  private final NasState state;
  private final Generation generation;
  private final SnapshotDeletion snapshots;

  DatasetDeletion(NasState state, Generation generation) {
    this.state = state;
    this.generation = generation;
    this.snapshots = new SnapshotDeletion(state, generation);
  }

  void delete(String id, JsonNode options) {
    if (!state.datasets().containsKey(id)) {
      throw CallFailure.invalid("", "PoolDataset " + id + " does not exist", Errno.ENOENT);
    }
    boolean recursive = options.path("recursive").asBoolean(false);
    boolean twentySix = generation.atLeast(Generation.TWENTY_SIX);
    if (twentySix && InternalDatasets.hidden(generation, id, true)) {
      throw CallFailure.invalid("id", id + " is a protected path", Errno.EACCES);
    }
    detach(id);
    if (!recursive) {
      refuseIfNotEmpty(id, twentySix);
    }
    if (twentySix) {
      // what the destruction says is not looked at
      if (!state.isBusy(id)) {
        snapshots.destroyTree(id);
      }
      return;
    }
    refuse(id)
        .ifPresent(
            refusal -> {
              throw refusal;
            });
    state.tree(id).map(row -> Trees.text(row, "id")).toList().forEach(state::removeDataset);
    snapshots.reap();
  }

  /** {@code zfs.resource.destroy} of 26, which does say what went wrong. */
  void destroyResource(JsonNode query) {
    String path = Trees.text(query, "path");
    if (!state.datasets().containsKey(path)) {
      throw CallFailure.call(Errno.ENOENT, "'" + path + "' not found");
    }
    if (state.isBusy(path)) {
      throw CallFailure.call(Errno.EBUSY, "'" + path + "' is busy");
    }
    if (!query.path("recursive").asBoolean(false)) {
      refuseIfNotEmpty(path, true);
    }
    snapshots.destroyTree(path);
  }

  private void refuseIfNotEmpty(String id, boolean namesSnapshots) {
    if (!state.childrenOf(id).isEmpty()) {
      throw CallFailure.call(
          Errno.ENOTEMPTY, "Failed to delete dataset: cannot destroy '" + id + "': has children");
    }
    if (!state.snapshotsOf(id).isEmpty()) {
      throw namesSnapshots
          ? CallFailure.call(Errno.ENOTEMPTY, "'" + id + "' has snapshots")
          : CallFailure.call(
              Errno.EFAULT,
              "Failed to delete dataset: cannot destroy '" + id + "': filesystem has children");
    }
  }

  /** Why {@code zfs destroy} would refuse the dataset with all that is below it. */
  private Optional<CallFailure> refuse(String id) {
    Map<String, List<String>> clones = state.clones();
    for (String one : state.tree(id).map(row -> Trees.text(row, "id")).toList()) {
      if (state.isBusy(one)) {
        return Optional.of(
            CallFailure.call(
                Errno.EBUSY,
                "Failed to delete dataset: cannot destroy '" + one + "': dataset is busy"));
      }
      for (SnapshotState snapshot : state.snapshotsOf(one)) {
        boolean cloned =
            clones.getOrDefault(snapshot.id(), List.of()).stream()
                .anyMatch(clone -> !Attachments.isBelow(clone, id));
        if (cloned || !snapshot.holds.isEmpty()) {
          String why = cloned ? "filesystem has dependent clones" : "dataset is busy";
          return Optional.of(
              CallFailure.call(
                  cloned ? Errno.EFAULT : Errno.EBUSY,
                  "Failed to delete dataset: cannot destroy '" + id + "': " + why));
        }
      }
    }
    return Optional.empty();
  }

  private void detach(String id) {
    Attachments attachments = new Attachments(state, generation);
    state.list("sharing.nfs.query").removeIf(row -> attachments.isShare(row, id));
    state.list("sharing.smb.query").removeIf(row -> attachments.isShare(row, id));
    state.list("nvmet.namespace.query").removeIf(row -> attachments.isDisk(row, id));
    state
        .list("pool.snapshottask.query")
        .removeIf(row -> Attachments.isBelow(Trees.text(row, "dataset"), id));
    state
        .list("replication.query")
        .removeIf(
            row ->
                Attachments.isBelow(Trees.text(row, "target_dataset"), id)
                    || row.path("source_datasets")
                        .valueStream()
                        .anyMatch(source -> Attachments.isBelow(source.asString(""), id)));
    IscsiDeletion iscsi = new IscsiDeletion(state);
    state.list("iscsi.extent.query").stream()
        .filter(row -> attachments.isDisk(row, id))
        .toList()
        .forEach(iscsi::detach);
  }
}
