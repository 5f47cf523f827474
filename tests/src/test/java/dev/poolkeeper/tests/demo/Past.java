package dev.poolkeeper.tests.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What nights before the recorded ones left in a ledger: how large every dataset was, how much
 * namespaces and storage classes used, how many snapshots and volumes there were. Of what is gone
 * by the first recorded night nothing is left, nor of the datasets whose past is to be rebuilt from
 * their snapshots.
 *
 * <p>The figures are those that {@link MidcltDatasets} would have printed on such a night.
 */
final class Past {
  static final LocalDate FIRST = LocalDate.of(2025, 10, 14);

  /** Their snapshots are kept long enough to tell. */
  private static final String REBUILT = StorageProfile.PROD_ARCHIVE.parent() + "/";

  private record Sum(long bytes, long parts) {
    Sum plus(Sum other) {
      return new Sum(Math.addExact(bytes, other.bytes), parts + other.parts);
    }
  }

  private final Estate estate;
  private final SortedMap<String, StringBuilder> usage = new TreeMap<>();
  private final Map<String, Sum> used = new TreeMap<>();
  private final SortedMap<String, StringBuilder> sums = new TreeMap<>();

  private Past(Estate estate) {
    this.estate = estate;
  }

  /** File contents by name. */
  static Map<String, byte[]> of(Estate estate) {
    Past past = new Past(estate);
    Map<Appliance, List<String>> there = new EnumMap<>(Appliance.class);
    for (Appliance nas : Appliance.values()) {
      there.put(
          nas,
          new NasModel(estate, nas, Nights.FIRST)
              .datasets().stream().map(dataset -> dataset.id).toList());
    }
    FIRST
        .datesUntil(Nights.FIRST)
        .forEach(
            day -> {
              there.forEach((nas, ids) -> past.add(nas, day, ids));
              past.sum(day);
            });
    return Map.of(
        "usage.csv",
        document("subject,day,source,used_bytes,referenced_bytes,snapshot_bytes", past.usage),
        "tally.csv",
        document("subject,day,source,measure,value,parts", past.sums));
  }

  private void add(Appliance nas, LocalDate day, List<String> there) {
    List<Dataset> datasets =
        new NasModel(estate, nas, day)
            .datasets().stream()
                .filter(dataset -> !dataset.createdAt.isAfter(Nights.capturedAt(day)))
                .toList();
    SpaceAccounting space = new SpaceAccounting(datasets);
    Map<String, Dataset> byId =
        datasets.stream().collect(Collectors.toMap(dataset -> dataset.id, dataset -> dataset));
    for (String id : there) {
      Dataset dataset = byId.get(id);
      if (dataset != null && !id.startsWith(REBUILT)) {
        row(
            usage,
            nas.label() + "/datasets/" + id,
            day,
            nas.label(),
            space.usedBytes(dataset),
            dataset.dataBytes,
            dataset.snapshotBytes());
      }
    }
    count(nas, day, datasets);
    for (Volume volume : estate.volumesOn(nas)) {
      Dataset dataset = byId.get(volume.datasetId());
      if (dataset != null && volume.volumeObject.on(day)) {
        long bytes = space.usedBytes(dataset);
        used.merge(key(volume, "namespaces", volume.namespace), new Sum(bytes, 1), Sum::plus);
        String storageClass = volume.profile.storageClass();
        used.merge(key(volume, "storageclasses", storageClass), new Sum(bytes, 1), Sum::plus);
      }
    }
  }

  private static String key(Volume volume, String plural, String name) {
    return volume.cluster().label() + "/" + plural + "/" + name;
  }

  private void sum(LocalDate day) {
    used.forEach(
        (subject, sum) ->
            row(
                sums,
                subject,
                day,
                subject.substring(0, subject.indexOf('/')),
                "used",
                sum.bytes(),
                sum.parts()));
    used.clear();
    for (Cluster cluster : Cluster.values()) {
      long volumes =
          estate.volumesOf(cluster).stream().filter(volume -> volume.volumeObject.on(day)).count();
      row(sums, cluster.label(), day, cluster.label(), "volumes", volumes, volumes);
    }
  }

  private void count(Appliance nas, LocalDate day, List<Dataset> datasets) {
    Map<String, Long> byPool = new HashMap<>();
    long all = 0;
    for (Dataset dataset : datasets) {
      byPool.merge(dataset.pool(), (long) dataset.snapshots.size(), Math::addExact);
      all += dataset.snapshots.size();
    }
    row(sums, nas.label(), day, nas.label(), "snapshots", all, all);
    for (Pool pool : Pool.on(nas)) {
      long snapshots = byPool.getOrDefault(pool.label(), 0L);
      row(
          sums,
          nas.label() + "/pools/" + pool.label(),
          day,
          nas.label(),
          "snapshots",
          snapshots,
          snapshots);
    }
  }

  private static void row(
      Map<String, StringBuilder> rows,
      String subject,
      LocalDate day,
      String source,
      Object... columns) {
    rows.computeIfAbsent(subject, s -> new StringBuilder())
        .append("\"%s\",%s,%s,".formatted(subject, day, source))
        .append(Arrays.stream(columns).map(Object::toString).collect(Collectors.joining(",")))
        .append('\n');
  }

  private static byte[] document(String header, SortedMap<String, StringBuilder> rows) {
    return (header + "\n" + String.join("", rows.values())).getBytes(StandardCharsets.UTF_8);
  }
}
