package dev.poolkeeper.tests.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers of {@code pool.dataset.query} and of the snapshot query. TrueNAS 25.10 is asked for flat
 * rows without children; 24.10 answers that with the pool roots only, so it is asked for the tree.
 */
final class MidcltDatasets {
  private static final long SECONDS_PER_TRANSACTION_GROUP = 5;
  private static final Instant FIRST_TRANSACTION_GROUP = Instant.parse("2023-05-08T08:00:00Z");

  private final Appliance nas;
  private final List<Dataset> datasets;
  private final SpaceAccounting space;
  private final MidcltValues values;

  MidcltDatasets(Appliance nas, List<Dataset> datasets) {
    this.nas = nas;
    this.datasets = datasets;
    this.space = new SpaceAccounting(datasets);
    this.values = new MidcltValues(nas);
  }

  List<JsonObject> rows() {
    if (nas.isGoldeye()) {
      return datasets.stream().map(dataset -> row(dataset, List.of())).toList();
    }
    Map<String, List<JsonObject>> children = new HashMap<>();
    datasets.stream()
        .sorted(Comparator.comparing((Dataset dataset) -> dataset.id).reversed())
        .forEach(
            dataset ->
                children
                    .computeIfAbsent(dataset.parent(), parent -> new ArrayList<>())
                    .add(0, row(dataset, children.getOrDefault(dataset.id, List.of()))));
    return children.getOrDefault("", List.of());
  }

  private JsonObject row(Dataset dataset, List<?> children) {
    JsonObject row =
        Json.object("id", dataset.id)
            .with("type", dataset.zvol ? "VOLUME" : "FILESYSTEM")
            .with("name", dataset.id)
            .with("pool", dataset.pool())
            .with("encrypted", false)
            .with("encryption_root", null)
            .with("key_loaded", false)
            .with("children", children)
            .with("mountpoint", dataset.zvol ? null : dataset.mountpoint());
    if (!dataset.zvol) {
      row.put("quota", values.limit(0));
      row.put("refquota", values.limit(dataset.limitBytes));
    }
    row.put("reservation", values.limit(0));
    row.put("refreservation", values.limit(dataset.thick ? dataset.limitBytes : 0));
    if (dataset.zvol) {
      row.put("volsize", values.bytes(dataset.limitBytes, "LOCAL"));
    }
    row.put("origin", origin(dataset));
    row.put("readonly", values.flag(dataset.received, dataset.received ? "LOCAL" : "DEFAULT"));
    row.put("compressratio", compressratio(dataset));
    putSpace(row, dataset);
    row.put("creation", values.creation(dataset.createdAt));
    row.put("user_properties", userProperties(dataset));
    row.put("locked", false);
    return row;
  }

  private void putSpace(Map<String, @Nullable Object> row, Dataset dataset) {
    row.put("used", values.bytes(space.usedBytes(dataset), "NONE"));
    row.put("usedbychildren", values.bytes(space.childrenBytes(dataset), "NONE"));
    row.put("usedbydataset", values.bytes(dataset.dataBytes, "NONE"));
    row.put("usedbyrefreservation", values.bytes(dataset.refreservationBytes(), "NONE"));
    row.put("usedbysnapshots", values.bytes(dataset.snapshotBytes(), "NONE"));
    row.put("available", values.bytes(space.availableBytes(dataset), "NONE"));
  }

  private JsonObject origin(Dataset dataset) {
    String shown = nas.isGoldeye() ? dataset.origin.toUpperCase(Locale.ROOT) : dataset.origin;
    return MidcltValues.property(dataset.origin, dataset.origin, shown, "NONE");
  }

  private static JsonObject compressratio(Dataset dataset) {
    long percent = Draw.between("compressed/" + dataset.id, 100, 240);
    String ratio = "%d.%02d".formatted(percent / 100, percent % 100);
    return MidcltValues.property(ratio, ratio, ratio + "x", "NONE");
  }

  private JsonObject userProperties(Dataset dataset) {
    JsonObject properties = new JsonObject();
    dataset.userProperties.forEach(
        property -> {
          String source = nas.isGoldeye() ? "LOCAL" : property.source();
          String value = property.value();
          properties.put(property.key(), MidcltValues.bare(value, value, value, source));
        });
    return properties;
  }

  List<JsonObject> snapshotRows() {
    List<JsonObject> rows = new ArrayList<>();
    for (Dataset dataset : datasets) {
      dataset.snapshots.forEach(snapshot -> rows.add(snapshotRow(dataset, snapshot)));
    }
    return rows;
  }

  /** What differs from row to row stands together: the archive is a tenth smaller for it. */
  private static JsonObject snapshotRow(Dataset dataset, ZfsSnapshot snapshot) {
    String id = dataset.id + "@" + snapshot.name();
    return Json.object("pool", dataset.pool())
        .with("dataset", dataset.id)
        .with("type", "SNAPSHOT")
        .with("id", id)
        .with("name", id)
        .with("snapshot_name", snapshot.name())
        .with("createtxg", transactionGroup(snapshot.truly()))
        .with("properties", snapshotProperties(dataset, snapshot));
  }

  private static JsonObject snapshotProperties(Dataset dataset, ZfsSnapshot snapshot) {
    Instant created = snapshot.createdAt();
    JsonObject properties = new JsonObject();
    properties.put(
        "creation",
        MidcltValues.bare(
            MidcltValues.date(created),
            Long.toString(created.getEpochSecond()),
            MidcltValues.shown(created),
            "NONE"));
    properties.put("used", snapshotBytes(snapshot.usedBytes()));
    properties.put("referenced", snapshotBytes(snapshot.referencedBytes()));
    String holds = Integer.toString(snapshot.holds());
    properties.put("userrefs", MidcltValues.bare(snapshot.holds(), holds, holds, "NONE"));
    properties.put("defer_destroy", MidcltValues.bare("off", "off", "off", "NONE"));
    dataset.userProperties.forEach(
        property ->
            properties.put(
                property.key(),
                MidcltValues.bare(
                    property.value(), property.value(), property.value(), "INHERITED")));
    snapshot
        .own()
        .forEach(
            property ->
                properties.put(
                    property.key(),
                    MidcltValues.bare(
                        property.value(), property.value(), property.value(), "LOCAL")));
    return properties;
  }

  private static JsonObject snapshotBytes(long bytes) {
    return MidcltValues.bare(bytes, Long.toString(bytes), MidcltValues.zfsUnits(bytes), "NONE");
  }

  private static String transactionGroup(Instant moment) {
    long seconds = moment.getEpochSecond() - FIRST_TRANSACTION_GROUP.getEpochSecond();
    return Long.toString(seconds / SECONDS_PER_TRANSACTION_GROUP);
  }

  SpaceAccounting space() {
    return space;
  }
}
