package dev.poolkeeper.tests.simulator;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What deletions do to the figures of the datasets around: less is used, more is available. */
final class SpaceFigures {

  private static final List<String> MOVING = List.of("used", "usedbychildren", "available");

  private SpaceFigures() {}

  /** Bytes are free that a dataset, or one below it, has held. */
  static void free(Map<String, ObjectNode> datasets, String dataset, long bytes) {
    ObjectNode row = datasets.get(dataset);
    if (row == null || bytes == 0) {
      // gone with all that was charged to those above it
      return;
    }
    add(row, "used", -bytes);
    add(row, "available", bytes);
    int above = dataset.lastIndexOf('/');
    if (above > 0) {
      free(datasets, dataset.substring(0, above), bytes);
    }
  }

  /** The dataset is about to go. */
  static void destroy(Map<String, ObjectNode> datasets, String dataset) {
    ObjectNode row = datasets.get(dataset);
    int above = dataset.lastIndexOf('/');
    if (row != null && above > 0) {
      String used = DatasetRows.raw(row, "used", "0");
      free(
          datasets, dataset.substring(0, above), Property.isWhole(used) ? Long.parseLong(used) : 0);
    }
  }

  private static void add(ObjectNode row, String name, long bytes) {
    String raw = DatasetRows.raw(row, name, "");
    if (Property.isWhole(raw)) {
      long sum = Math.max(0, Long.parseLong(raw) + bytes);
      row.set(name, Property.made(name, Long.toString(sum), "NONE"));
    }
  }

  /** A dataset without the figures that deletions of others change. */
  static String still(ObjectNode row) {
    return row.deepCopy().remove(MOVING).toString();
  }
}
