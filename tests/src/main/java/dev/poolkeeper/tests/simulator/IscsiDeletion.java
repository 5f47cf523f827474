package dev.poolkeeper.tests.simulator;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Deletion of targets, extents and what joins them; sessions protect unless forced. */
final class IscsiDeletion {

  private static final String TARGETS = "iscsi.target.query";
  private static final String EXTENTS = "iscsi.extent.query";
  private static final String PAIRS = "iscsi.targetextent.query";

  private final NasState state;

  IscsiDeletion(NasState state) {
    this.state = state;
  }

  void target(JsonNode params) {
    ObjectNode target = DatabaseRows.find(state, TARGETS, params.path(0));
    refuseIfUsed(target, params);
    long id = id(target);
    Set<Long> extents = new HashSet<>();
    for (ObjectNode pair : state.list(PAIRS)) {
      if (pair.path("target").asLong() == id) {
        extents.add(pair.path("extent").asLong());
      }
    }
    state.list(PAIRS).removeIf(pair -> pair.path("target").asLong() == id);
    if (flag(params, 2, "delete_extents")) {
      state.list(EXTENTS).removeIf(extent -> extents.contains(id(extent)));
    }
    state.list(TARGETS).remove(target);
  }

  void extent(JsonNode params) {
    ObjectNode extent = DatabaseRows.find(state, EXTENTS, params.path(0));
    for (ObjectNode pair : state.list(PAIRS)) {
      if (pair.path("extent").asLong() == id(extent)) {
        refuseIfUsed(targetOf(pair), params);
      }
    }
    remove(extent);
  }

  void targetExtent(JsonNode params) {
    ObjectNode pair = DatabaseRows.find(state, PAIRS, params.path(0));
    refuseIfUsed(targetOf(pair), params);
    state.list(PAIRS).remove(pair);
  }

  /** Takes an extent away by force, and targets that have none left. */
  void detach(ObjectNode extent) {
    Set<Long> targets = new HashSet<>();
    for (ObjectNode pair : state.list(PAIRS)) {
      if (pair.path("extent").asLong() == id(extent)) {
        targets.add(pair.path("target").asLong());
      }
    }
    remove(extent);
    for (ObjectNode pair : state.list(PAIRS)) {
      targets.remove(pair.path("target").asLong());
    }
    state.list(TARGETS).removeIf(target -> targets.contains(id(target)));
  }

  private void remove(ObjectNode extent) {
    state.list(PAIRS).removeIf(pair -> pair.path("extent").asLong() == id(extent));
    state.list(EXTENTS).remove(extent);
  }

  private ObjectNode targetOf(ObjectNode pair) {
    return DatabaseRows.find(state, TARGETS, pair.path("target"));
  }

  private void refuseIfUsed(ObjectNode target, JsonNode params) {
    String name = Trees.text(target, "name");
    boolean used =
        state.list("iscsi.global.sessions").stream()
            .map(session -> Trees.text(session, "target"))
            .anyMatch(iqn -> iqn.equals(name) || iqn.endsWith(":" + name));
    if (used && !flag(params, 1, "force") && !flag(params, 2, "force")) {
      throw CallFailure.call(Errno.EFAULT, "Target " + name + " is in use.");
    }
  }

  /** A flag in its place, or by name in an object as REST sends it. */
  private static boolean flag(JsonNode params, int place, String name) {
    JsonNode value = params.path(place);
    if (value.isBoolean()) {
      return value.asBoolean();
    }
    return params.path(1).path(name).asBoolean(false);
  }

  private static long id(ObjectNode row) {
    return row.path("id").asLong(-1);
  }
}
