package dev.poolkeeper.tests.simulator;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** How a release writes a pool. */
final class PoolShapes {

  private static final List<String> NOT_ON_CORE =
      List.of(
          "size",
          "allocated",
          "free",
          "freeing",
          "fragmentation",
          "size_str",
          "allocated_str",
          "free_str",
          "freeing_str",
          "warning",
          "status_code",
          "expand",
          "is_upgraded",
          "dedup_table_size",
          "dedup_table_quota");

  private final Generation generation;

  PoolShapes(Generation generation) {
    this.generation = generation;
  }

  ObjectNode row(ObjectNode pool) {
    ObjectNode row = Trees.object();
    row.put("id", 1);
    row.setAll(pool);
    String name = Trees.text(pool, "name");
    row.putIfAbsent("guid", Trees.text(Trees.guid("pool " + name).toString()));
    row.putIfAbsent("path", Trees.text("/mnt/" + name));
    row.putIfAbsent("status", Trees.text("ONLINE"));
    row.putIfAbsent("healthy", Trees.parse("true"));
    row.putIfAbsent("scan", Trees.parse("null"));
    row.putIfAbsent("status_detail", Trees.parse("null"));
    row.putIfAbsent(
        "topology",
        Trees.parse(
            "{\"data\":[],\"log\":[],\"cache\":[],\"spare\":[],\"special\":[],\"dedup\":[]}"));
    if (generation == Generation.CORE_13) {
      row.remove(NOT_ON_CORE);
    } else {
      row.putIfAbsent("warning", Trees.parse("false"));
      row.putIfAbsent("freeing", Trees.parse("0"));
      row.putIfAbsent("fragmentation", Trees.text("0"));
    }
    if (!generation.atLeast(Generation.ELECTRIC_EEL_24_10)) {
      row.put("encrypt", 0).put("encryptkey", "").putNull("encryptkey_path");
      row.put("is_decrypted", true);
      row.remove(List.of("dedup_table_size", "dedup_table_quota", "expand"));
    }
    if (generation.atLeast(Generation.TWENTY_SIX)) {
      row.put("all_sed", false)
          .put("dedup_table_quota", "None")
          .put("fragmentation", fragmentation(row));
    }
    return row;
  }

  private static String fragmentation(ObjectNode row) {
    return row.path("fragmentation").isString() ? Trees.text(row, "fragmentation") : "None";
  }
}
