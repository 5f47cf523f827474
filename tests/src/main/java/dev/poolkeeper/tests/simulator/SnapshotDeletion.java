package dev.poolkeeper.tests.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Deletion of snapshots, with what clones and holds mean to each release. */
final class SnapshotDeletion {

  private final NasState state;
  private final Generation generation;

  SnapshotDeletion(NasState state, Generation generation) {
    this.state = state;
    this.generation = generation;
  }

  SnapshotState find(String id) {
    return state.snapshot(id).orElseThrow(() -> missing(id));
  }

  private CallFailure missing(String id) {
    return generation.atLeast(Generation.ELECTRIC_EEL_24_10)
        ? CallFailure.invalid("", "ZfsSnapshot " + id + " does not exist", Errno.ENOENT)
        : CallFailure.call(Errno.EFAULT, "Failed to delete snapshot: " + id + " not found");
  }

  void delete(String id, JsonNode options) {
    SnapshotState snapshot = find(id);
    boolean recursive =
        options.path("recursive").asBoolean(false) && generation != Generation.CORE_13;
    boolean defer = options.path("defer").asBoolean(false);
    if (recursive && generation.atLeast(Generation.TWENTY_SIX)) {
      family(snapshot).forEach(this::destroyWithClones);
      return;
    }
    for (SnapshotState one : recursive ? family(snapshot) : List.of(snapshot)) {
      deleteOne(one, defer);
    }
  }

  /** The snapshots of this name of a dataset and of those below it. */
  private List<SnapshotState> family(SnapshotState snapshot) {
    List<SnapshotState> family = new ArrayList<>();
    state
        .tree(snapshot.dataset)
        .forEach(
            row ->
                state.snapshot(Trees.text(row, "id") + "@" + snapshot.name).ifPresent(family::add));
    return family;
  }

  private void deleteOne(SnapshotState snapshot, boolean defer) {
    List<String> clones = state.clones().getOrDefault(snapshot.id(), List.of());
    if (clones.isEmpty() && snapshot.holds.isEmpty()) {
      state.remove(snapshot);
    } else if (defer) {
      snapshot.deferDestroy = true;
    } else {
      throw refusal(snapshot, clones);
    }
  }

  private CallFailure refusal(SnapshotState snapshot, List<String> clones) {
    if (generation.atLeast(Generation.TWENTY_SIX)) {
      String what = clones.isEmpty() ? "holds" : "dependent clones";
      return CallFailure.invalid("options.defer", snapshot.id() + " has " + what, Errno.EBUSY);
    }
    if (clones.isEmpty()) {
      return CallFailure.call(
          Errno.EFAULT,
          "Failed to delete snapshot: cannot destroy '" + snapshot.id() + "': dataset is busy");
    }
    return generation.atLeast(Generation.ELECTRIC_EEL_24_10)
        ? CallFailure.invalid(
            "options.defer",
            "Please set this attribute as '"
                + snapshot.id()
                + "' snapshot has dependent clones: "
                + String.join(", ", clones),
            Errno.EINVAL)
        : CallFailure.call(
            Errno.EFAULT, "Failed to delete snapshot: snapshot has dependent clones");
  }

  /** What 26 does recursively: clones and holds do not stop it. */
  void destroyWithClones(SnapshotState snapshot) {
    for (String clone : state.clones().getOrDefault(snapshot.id(), List.of())) {
      destroyTree(clone);
    }
    state.remove(snapshot);
  }

  void destroyTree(String dataset) {
    List<String> ids = state.tree(dataset).map(row -> Trees.text(row, "id")).toList();
    for (String id : ids) {
      List.copyOf(state.snapshotsOf(id)).forEach(this::destroyWithClones);
      state.removeDataset(id);
    }
    reap();
  }

  /** Takes away what was to go once its last clone and hold were gone. */
  void reap() {
    Map<String, List<String>> clones = state.clones();
    state
        .snapshots()
        .filter(one -> one.deferDestroy && one.holds.isEmpty() && !clones.containsKey(one.id()))
        .toList()
        .forEach(state::remove);
  }

  /** {@code zfs.resource.snapshot.destroy} of 26. */
  void destroyResource(JsonNode query) {
    String path = Trees.text(query, "path");
    if (query.path("all_snapshots").asBoolean(false)) {
      List.copyOf(state.snapshotsOf(path)).forEach(this::destroyWithClones);
      return;
    }
    SnapshotState snapshot =
        state
            .snapshot(path)
            .orElseThrow(() -> CallFailure.call(Errno.ENOENT, "'" + path + "' not found"));
    if (query.path("recursive").asBoolean(false)) {
      family(snapshot).forEach(this::destroyWithClones);
    } else {
      deleteOne(snapshot, query.path("defer").asBoolean(false));
    }
  }
}
