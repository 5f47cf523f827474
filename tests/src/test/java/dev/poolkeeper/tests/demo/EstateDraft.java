package dev.poolkeeper.tests.demo;

import dev.poolkeeper.processors.finding.Cause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The estate while its stories are being told: volumes by key, and the notes of what has to be
 * found.
 */
final class EstateDraft {
  private static final int FIRST_ROW_NUMBER = 11;

  private final Map<String, Volume> volumes = new LinkedHashMap<>();
  private final List<CsiSnapshot> snapshots = new ArrayList<>();
  private final List<OtherSnapshot> otherSnapshots = new ArrayList<>();
  private final List<PendingClaim> pendingClaims = new ArrayList<>();
  private final List<Planted> planted = new ArrayList<>();
  private final List<Innocent> innocent = new ArrayList<>();

  EstateDraft(List<Volume> workloads) {
    workloads.forEach(this::add);
  }

  Volume volume(String key) {
    Volume volume = volumes.get(key);
    if (volume == null) {
      throw new IllegalArgumentException("no workload has the volume " + key);
    }
    return volume;
  }

  List<Volume> volumes() {
    return List.copyOf(volumes.values());
  }

  List<CsiSnapshot> snapshots() {
    return snapshots;
  }

  Volume add(StorageProfile profile, String claim, long gib, String createdAt) {
    int slash = claim.indexOf('/');
    return add(
        new Volume(
            profile,
            claim.substring(0, slash),
            claim.substring(slash + 1),
            gib * Volume.GIB,
            Instant.parse(createdAt)));
  }

  /** Numbers volumes in the order they were told: the ids of their share, target and extent. */
  private Volume add(Volume volume) {
    volume.number = FIRST_ROW_NUMBER + volumes.size();
    if (volumes.put(volume.key(), volume) != null) {
      throw new IllegalArgumentException("told twice: " + volume.key());
    }
    return volume;
  }

  void add(OtherSnapshot snapshot) {
    otherSnapshots.add(snapshot);
  }

  PendingClaim pending(Cluster cluster, String claim, String storageClass, String createdAt) {
    int slash = claim.indexOf('/');
    PendingClaim pending =
        new PendingClaim(
            cluster,
            claim.substring(0, slash),
            claim.substring(slash + 1),
            storageClass,
            Instant.parse(createdAt));
    pendingClaims.add(pending);
    return pending;
  }

  void planted(int code, String subject, LocalDate firstNight, LocalDate lastNight) {
    planted.add(new Planted(code, subject, firstNight, lastNight, Optional.empty()));
  }

  /** With the cause that has to be named. */
  void planted(int code, String subject, LocalDate firstNight, LocalDate lastNight, Cause why) {
    planted.add(new Planted(code, subject, firstNight, lastNight, Optional.of(why)));
  }

  void innocent(String subject, String reason) {
    innocent.add(new Innocent(subject, reason));
  }

  Estate finish() {
    return new Estate(
        volumes(),
        List.copyOf(snapshots),
        List.copyOf(otherSnapshots),
        List.copyOf(pendingClaims),
        ForeignVolume.all(),
        new Estate.Verdicts(List.copyOf(planted), List.copyOf(innocent)));
  }
}
