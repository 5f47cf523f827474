package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.processors.inventory.SpaceUsage;
import dev.poolkeeper.processors.inventory.UserProperty;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.readers.json.Row;
import dev.poolkeeper.readers.json.UnreadableRow;
import dev.poolkeeper.readers.json.Visible;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * Reads a snapshot of {@code zfs.snapshot.query}, {@code pool.snapshot.query} or {@code
 * zfs.resource.snapshot.query}.
 */
final class ZfsSnapshotMapper {

  private final boolean tellsAllHolds;

  /**
   * A mapper of one method's answers.
   *
   * @param release from 26 on {@code pool.snapshot.query} hides the holds of others
   */
  ZfsSnapshotMapper(String method, Optional<TrueNasRelease> release) {
    this.tellsAllHolds =
        method.equals("zfs.resource.snapshot.query")
            || release.filter(known -> !known.atLeast(TrueNasRelease.TWENTY_SIX)).isPresent();
  }

  ZfsSnapshot map(Row row) {
    String id = row.text("id").orElseGet(() -> row.require("name"));
    int at = id.indexOf('@');
    if (at <= 0 || at == id.length() - 1) {
      throw new UnreadableRow(
          "id " + Visible.text(id), "the row was skipped; snapshots are named dataset@snapshot");
    }
    JsonNode json = row.at();
    return new ZfsSnapshot(
        row.source(),
        id.substring(0, at),
        id.substring(at + 1),
        ZfsProperties.instant(json, "creation"),
        ZfsProperties.number(json, "createtxg"),
        properties(json),
        held(json),
        ZfsProperties.flag(json, "defer_destroy").orElse(false),
        SpaceUsage.ofSnapshot(
            ZfsProperties.number(json, "used"), ZfsProperties.number(json, "referenced")));
  }

  private static Map<String, UserProperty> properties(JsonNode json) {
    Map<String, UserProperty> properties =
        new HashMap<>(UserProperties.of(json.path("properties"), true));
    properties.putAll(UserProperties.of(json.path("user_properties"), true));
    return properties;
  }

  /** Any hold that is shown holds; none shown means none only where all are shown. */
  private Optional<Boolean> held(JsonNode json) {
    OptionalLong references = ZfsProperties.number(json, "userrefs");
    JsonNode holds = json.path("holds");
    if (references.orElse(0) > 0 || (holds.isContainer() && !holds.isEmpty())) {
      return Optional.of(true);
    }
    return references.isPresent() || (holds.isContainer() && tellsAllHolds)
        ? Optional.of(false)
        : Optional.empty();
  }
}
