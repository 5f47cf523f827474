package dev.poolkeeper.tests.simulator;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code zfs.resource.snapshot.query} and {@code .count} of 26. */
final class ResourceSnapshotQuery {

  private final NasState state;

  ResourceSnapshotQuery(NasState state) {
    this.state = state;
  }

  Answer answer(JsonNode query) {
    SnapshotShapes shapes = new SnapshotShapes(state, Generation.TWENTY_SIX, Trees.object());
    Stream<ObjectNode> rows =
        SnapshotQuery.between(snapshots(query), query).map(one -> row(one, query, shapes));
    return Answer.rows(rows.toList());
  }

  Answer count(JsonNode query) {
    ObjectNode counts = Trees.object();
    snapshots(query)
        .forEach(one -> counts.put(one.dataset, counts.path(one.dataset).asLong(0) + 1));
    return Answer.of(counts);
  }

  private Stream<SnapshotState> snapshots(JsonNode query) {
    boolean recursive = query.path("recursive").asBoolean(false);
    Stream<SnapshotState> found = Stream.empty();
    if (query.path("paths").isEmpty()) {
      found = state.snapshots();
    }
    for (JsonNode path : query.path("paths")) {
      found = Stream.concat(found, below(path.asString(), recursive));
    }
    return found.filter(one -> !InternalDatasets.hidden(Generation.TWENTY_SIX, one.dataset, true));
  }

  private Stream<SnapshotState> below(String path, boolean recursive) {
    if (path.contains("@")) {
      return Stream.of(
          state
              .snapshot(path)
              .orElseThrow(() -> CallFailure.call(Errno.ENOENT, "'" + path + "' not found")));
    }
    if (!state.datasets().containsKey(path)) {
      throw CallFailure.call(Errno.ENOENT, "'" + path + "' not found");
    }
    return recursive
        ? state.tree(path).flatMap(row -> state.snapshotsOf(Trees.text(row, "id")).stream())
        : state.snapshotsOf(path).stream();
  }

  private static ObjectNode row(SnapshotState snapshot, JsonNode query, SnapshotShapes shapes) {
    ObjectNode row =
        Trees.object()
            .put("createtxg", snapshot.createTxg)
            .put("guid", Trees.guid(snapshot.id()))
            .put("name", snapshot.id())
            .put("pool", snapshot.pool())
            .put("dataset", snapshot.dataset)
            .put("snapshot_name", snapshot.name)
            .put("type", "SNAPSHOT");
    if (query.path("get_holds").asBoolean(false)) {
      row.set("holds", Trees.texts(snapshot.holds.keySet()));
    } else {
      row.putNull("holds");
    }
    properties(row, snapshot, query, shapes);
    if (query.path("get_user_properties").asBoolean(false)) {
      ObjectNode users = row.putObject("user_properties");
      shapes.users(snapshot).forEach((key, user) -> users.put(key, user.value()));
    } else {
      row.putNull("user_properties");
    }
    return row;
  }

  /** The documented default of an empty list is not what the code does: it gives none. */
  private static void properties(
      ObjectNode row, SnapshotState snapshot, JsonNode query, SnapshotShapes shapes) {
    JsonNode asked = query.path("properties");
    if (asked.isEmpty()) {
      row.putNull("properties");
      return;
    }
    boolean withSource = query.path("get_source").asBoolean(false);
    List<String> known = SnapshotShapes.ALL;
    ObjectNode values = row.putObject("properties");
    for (JsonNode name : asked) {
      if (known.contains(name.asString())) {
        JsonNode raw = Trees.text(shapes.raw(snapshot, name.asString()));
        values.set(name.asString(), Property.resource(raw, withSource));
      }
    }
  }
}
