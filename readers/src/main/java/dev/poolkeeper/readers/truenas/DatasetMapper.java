package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.DatasetType;
import dev.poolkeeper.processors.inventory.Encryption;
import dev.poolkeeper.processors.inventory.SpaceUsage;
import dev.poolkeeper.processors.inventory.UserProperty;
import dev.poolkeeper.readers.json.Row;
import dev.poolkeeper.readers.json.UnreadableRow;
import dev.poolkeeper.readers.json.Visible;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** Reads a dataset of {@code pool.dataset.query} or {@code zfs.resource.query}. */
final class DatasetMapper {

  private final boolean sourceTold;
  private final Map<String, Map<String, UserProperty>> moreProperties;

  /**
   * A mapper of one NAS.
   *
   * @param release from 25.10 on every user property claims to be LOCAL, so its source is unknown
   * @param moreProperties user properties that CORE answers apart from the datasets, by id
   */
  DatasetMapper(
      Optional<TrueNasRelease> release, Map<String, Map<String, UserProperty>> moreProperties) {
    this.sourceTold = release.filter(known -> known.atLeast(TrueNasRelease.GOLDEYE)).isEmpty();
    this.moreProperties = moreProperties;
  }

  Dataset map(Row row) {
    String id = row.text("id").orElseGet(() -> row.require("name"));
    JsonNode json = row.at();
    DatasetType type = type(row);
    return new Dataset(
        row.source(),
        id,
        type,
        mountpoint(json),
        ZfsProperties.instant(json, "creation"),
        ZfsProperties.text(json, "origin"),
        encryption(row),
        ZfsProperties.flag(json, "readonly"),
        properties(id, json.path("user_properties")),
        usage(json, type));
  }

  private static DatasetType type(Row row) {
    String type = row.textOrNone("type");
    return switch (type) {
      case "FILESYSTEM" -> DatasetType.FILESYSTEM;
      case "VOLUME" -> DatasetType.VOLUME;
      default ->
          throw new UnreadableRow(
              type.isEmpty() ? "a row without type" : "type " + Visible.text(type),
              "the row was skipped; datasets are FILESYSTEM or VOLUME, ask for them without select");
    };
  }

  private static Optional<String> mountpoint(JsonNode json) {
    return ZfsProperties.text(json, "mountpoint")
        .filter(path -> !path.equals("none") && !path.equals("legacy"));
  }

  /** {@code zfs.resource.query} tells it by ZFS properties, the older methods by flags. */
  private static Encryption encryption(Row row) {
    String key = ZfsProperties.text(row.at(), "keystatus").orElse("");
    String cipher = ZfsProperties.text(row.at(), "encryption").orElse("");
    if (row.flag(false, "locked") || key.equals("unavailable")) {
      return Encryption.LOCKED;
    }
    boolean off =
        cipher.equals("off") || (row.at().has("encrypted") && !row.flag(true, "encrypted"));
    if (off) {
      return Encryption.NONE;
    }
    boolean on = !cipher.isEmpty() || row.flag(false, "encrypted") || key.equals("available");
    return on ? Encryption.UNLOCKED : Encryption.UNKNOWN;
  }

  private Map<String, UserProperty> properties(String id, JsonNode userProperties) {
    Map<String, UserProperty> properties = new HashMap<>(moreProperties.getOrDefault(id, Map.of()));
    properties.putAll(UserProperties.of(userProperties, sourceTold));
    return properties;
  }

  private static SpaceUsage usage(JsonNode json, DatasetType type) {
    OptionalLong referenced = ZfsProperties.number(json, "referenced");
    return new SpaceUsage(
        ZfsProperties.number(json, "used"),
        ZfsProperties.number(json, "available"),
        referenced.isPresent() ? referenced : ZfsProperties.number(json, "usedbydataset"),
        ZfsProperties.number(json, "usedbysnapshots"),
        ZfsProperties.number(json, "usedbychildren"),
        ZfsProperties.number(json, "usedbyrefreservation"),
        type == DatasetType.VOLUME ? ZfsProperties.number(json, "volsize") : quota(json));
  }

  private static OptionalLong quota(JsonNode json) {
    OptionalLong refquota = limit(json, "refquota");
    return refquota.isPresent() ? refquota : limit(json, "quota");
  }

  private static OptionalLong limit(JsonNode json, String name) {
    OptionalLong limit = ZfsProperties.number(json, name);
    return limit.orElse(0) > 0 ? limit : OptionalLong.empty();
  }
}
