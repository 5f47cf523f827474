package dev.poolkeeper.tests.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Answers about the appliance itself: identity, pools, tasks, alerts. */
final class MidcltSystem {
  private static final Instant BOOTED = Instant.parse("2026-01-11T05:12:09Z");
  private static final int DISKS_PER_POOL = 6;

  private final Appliance nas;
  private final LocalDate night;

  MidcltSystem(Appliance nas, LocalDate night) {
    this.nas = nas;
    this.night = night;
  }

  JsonObject info() {
    Instant now = Nights.capturedAt(night).plusSeconds(3);
    Duration uptime = Duration.between(BOOTED, now);
    return Json.object("version", nas.isGoldeye() ? "25.10.1" : "TrueNAS-SCALE-24.10.2")
        .with(
            "buildtime",
            MidcltValues.date(
                Instant.parse(nas.isGoldeye() ? "2025-12-16T19:00:00Z" : "2025-01-28T18:00:00Z")))
        .with("hostname", nas.label())
        .with("physmem", 128 * Volume.GIB)
        .with("model", "Example Xeon 16-Core")
        .with("cores", 32)
        .with("physical_cores", 16)
        .with("loadavg", List.of(0.42, 0.51, 0.48))
        .with(
            "uptime",
            "%d days, %d:%02d:%02d"
                .formatted(
                    uptime.toDays(),
                    uptime.toHoursPart(),
                    uptime.toMinutesPart(),
                    uptime.toSecondsPart()))
        .with("uptime_seconds", uptime.toSeconds() + 0.25)
        .with("system_serial", "EXAMPLE-" + nas.label())
        .with("system_product", "Example Storage Server")
        .with("system_product_version", null)
        .with("license", null)
        .with("boottime", MidcltValues.date(BOOTED))
        .with("datetime", MidcltValues.date(now))
        .with("timezone", "UTC")
        .with("system_manufacturer", "Example")
        .with("ecc_memory", true);
  }

  /** A string answer, which midclt prints without quotes; the older recording keeps it that way. */
  byte[] hostId() {
    String id = Draw.hex("host/" + nas);
    return nas.isGoldeye() ? Json.document(id) : Json.bytes(id + "\n");
  }

  List<?> pools(SpaceAccounting space) {
    List<JsonObject> rows = new ArrayList<>();
    int id = 1;
    for (Pool pool : Pool.on(nas)) {
      rows.add(pool(id++, pool, space.allocatedBytes(pool)));
    }
    return rows;
  }

  private JsonObject pool(int id, Pool pool, long allocated) {
    long size = pool.rawBytes(pool.usableBytes() / 31 * 32);
    return Json.object("id", id)
        .with("name", pool.label())
        .with("guid", pool.guid())
        .with("path", "/mnt/" + pool.label())
        .with("status", "ONLINE")
        .with("scan", scan(allocated))
        .with("topology", topology(pool, size, allocated))
        .with("healthy", true)
        .with("warning", false)
        .with("status_code", "OK")
        .with("status_detail", null)
        .with("size", size)
        .with("allocated", allocated)
        .with("free", size - allocated)
        .with("freeing", 0)
        .with("dedup_table_size", 0)
        .with("dedup_table_quota", "auto")
        .with("fragmentation", Long.toString(Draw.between("fragmented/" + pool, 4, 24)))
        .with("size_str", Long.toString(size))
        .with("allocated_str", Long.toString(allocated))
        .with("free_str", Long.toString(size - allocated))
        .with("freeing_str", "0")
        .with("expand", null)
        .with("is_upgraded", true)
        .with(
            "autotrim",
            Json.object("value", "off")
                .with("rawvalue", "off")
                .with("parsed", "off")
                .with("source", "DEFAULT"));
  }

  private static JsonObject scan(long allocated) {
    Instant started = Instant.parse("2026-01-25T00:00:04Z");
    return Json.object("function", "SCRUB")
        .with("state", "FINISHED")
        .with("start_time", MidcltValues.date(started))
        .with("end_time", MidcltValues.date(started.plusSeconds(29_412)))
        .with("percentage", 99.99831)
        .with("bytes_to_process", Usage.wholeBlocks(allocated / 10 * 9))
        .with("bytes_processed", Usage.wholeBlocks(allocated / 10 * 9))
        .with("bytes_issued", Usage.wholeBlocks(allocated / 10 * 9))
        .with("pause", null)
        .with("errors", 0)
        .with("total_secs_left", null);
  }

  private JsonObject topology(Pool pool, long size, long allocated) {
    List<JsonObject> disks =
        IntStream.range(0, DISKS_PER_POOL).mapToObj(number -> disk(pool, number)).toList();
    boolean mirror = pool.layout() == Pool.Layout.MIRROR;
    JsonObject vdev =
        Json.object("name", mirror ? "mirror-0" : "raidz2-0")
            .with("type", mirror ? "MIRROR" : "RAIDZ2")
            .with("path", null)
            .with("guid", Long.toUnsignedString(Draw.between("vdev/" + pool, 1L << 60, 1L << 62)))
            .with("status", "ONLINE")
            .with("stats", Json.object("size", size).with("allocated", allocated))
            .with("children", mirror ? disks.subList(0, 2) : disks)
            .with("unavail_disk", null);
    return Json.object("data", List.of(vdev))
        .with("log", List.of())
        .with("cache", List.of())
        .with("spare", List.of())
        .with("special", List.of())
        .with("dedup", List.of());
  }

  private JsonObject disk(Pool pool, int number) {
    String disk = "sd" + (char) ('a' + Pool.on(nas).indexOf(pool) * DISKS_PER_POOL + number);
    String part = Draw.uid("disk/" + pool + number);
    return Json.object("name", part)
        .with("type", "DISK")
        .with("path", "/dev/disk/by-partuuid/" + part)
        .with(
            "guid",
            Long.toUnsignedString(Draw.between("disk/" + pool + number, 1L << 60, 1L << 62)))
        .with("status", "ONLINE")
        .with(
            "stats",
            Json.object("size", 0)
                .with("allocated", 0)
                .with("read_errors", 0)
                .with("write_errors", 0)
                .with("checksum_errors", 0))
        .with("children", List.of())
        .with("device", disk + "1")
        .with("disk", disk)
        .with("unavail_disk", null);
  }

  List<?> snapshotTasks() {
    return SnapshotTask.on(nas).stream().map(this::snapshotTask).toList();
  }

  private JsonObject snapshotTask(SnapshotTask task) {
    return Json.object("id", task.id())
        .with("dataset", task.dataset())
        .with("recursive", true)
        .with("exclude", List.of())
        .with("lifetime_value", task.keptDays(night))
        .with("lifetime_unit", "DAY")
        .with("enabled", task.stop(night) != SnapshotTask.Stop.DISABLED)
        .with("naming_schema", "auto-%Y-%m-%d_%H-%M")
        .with("allow_empty", true)
        .with(
            "schedule",
            Json.object("minute", "0")
                .with("hour", "0")
                .with("dom", "*")
                .with("month", "*")
                .with("dow", "*")
                .with("begin", "00:00")
                .with("end", "23:59"))
        .with("vmware_sync", false)
        .with("state", state(task));
  }

  private JsonObject state(SnapshotTask task) {
    String newest = task.dataset() + "@" + SnapshotTask.nameOn(task.newest(night));
    Instant ranAt = SnapshotTask.takenOn(night).plusSeconds(2);
    return switch (task.stop(night)) {
      case NEVER, DISABLED ->
          Json.object("state", "FINISHED")
              .with(
                  "datetime",
                  MidcltValues.date(SnapshotTask.takenOn(task.newest(night)).plusSeconds(2)))
              .with("last_snapshot", newest);
      case FAILS -> error(ranAt, "cannot create snapshot: dataset is busy");
      case ITS_DATASET_IS_GONE -> error(ranAt, "cannot open dataset: dataset does not exist");
    };
  }

  private static JsonObject error(Instant ranAt, String text) {
    return Json.object("state", "ERROR")
        .with("datetime", MidcltValues.date(ranAt))
        .with("error", text);
  }

  List<?> replications() {
    if (nas != Appliance.NAS1) {
      return List.of();
    }
    JsonObject state =
        Json.object("state", "FINISHED")
            .with("datetime", MidcltValues.date(SnapshotTask.takenOn(night).plusSeconds(95)))
            .with(
                "last_snapshot",
                SnapshotTask.K8S_GOLD.dataset() + "@" + SnapshotTask.nameOn(night));
    return List.of(
        Json.object("id", 1)
            .with("name", "gold volumes to nas2")
            .with("direction", "PUSH")
            .with("transport", "SSH")
            .with("source_datasets", List.of(SnapshotTask.K8S_GOLD.dataset()))
            .with("target_dataset", NasModel.REPLICA_PARENT)
            .with("recursive", true)
            .with("exclude", List.of())
            .with("properties", true)
            .with("properties_exclude", List.of())
            .with("properties_override", Json.object())
            .with("replicate", false)
            .with("periodic_snapshot_tasks", List.of(snapshotTask(SnapshotTask.K8S_GOLD)))
            .with("naming_schema", List.of())
            .with("also_include_naming_schema", List.of())
            .with("name_regex", null)
            .with("auto", true)
            .with("schedule", null)
            .with("readonly", "SET")
            .with("hold_pending_snapshots", false)
            .with("retention_policy", "SOURCE")
            .with("lifetime_value", null)
            .with("lifetime_unit", null)
            .with("lifetimes", List.of())
            .with("enabled", true)
            .with("state", state)
            .with("job", null)
            .with(
                "ssh_credentials",
                Json.object("id", 1).with("name", "nas2").with("type", "SSH_CREDENTIALS")));
  }

  List<?> alerts() {
    Instant raised = Instant.parse("2026-01-19T01:00:00Z");
    String id = Draw.uid("alert/" + nas);
    String text =
        nas.isGoldeye()
            ? "The deprecated REST API was used to authenticate 48 times in the last 24 hours."
            : "An update is available: TrueNAS SCALE 24.10.2.4.";
    return List.of(
        Json.object("uuid", id)
            .with("id", id)
            .with("source", nas.isGoldeye() ? "RESTAPIUsage" : "HasUpdate")
            .with("klass", nas.isGoldeye() ? "RESTAPIUsage" : "HasUpdate")
            .with("args", null)
            .with("node", "Controller A")
            .with("key", "null")
            .with("datetime", MidcltValues.date(raised))
            .with(
                "last_occurrence", MidcltValues.date(night.atTime(1, 0).toInstant(ZoneOffset.UTC)))
            .with("dismissed", !nas.isGoldeye())
            .with("mail", null)
            .with("text", text)
            .with("level", nas.isGoldeye() ? "WARNING" : "INFO")
            .with("formatted", text)
            .with("one_shot", false));
  }
}
