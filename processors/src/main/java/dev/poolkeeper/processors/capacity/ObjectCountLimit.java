package dev.poolkeeper.processors.capacity;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.history.Measure;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.IscsiTarget;
import dev.poolkeeper.processors.inventory.NasSystem;
import dev.poolkeeper.processors.inventory.NasVersion;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.SmbShare;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * 406: more objects than an appliance stands, tonight or by their forecast: snapshots of a NAS and
 * of a dataset, iSCSI targets of CORE. Of a dataset only what the appliance's own release counts.
 * Needs the lists that are counted. Linear in the number of snapshots.
 */
final class ObjectCountLimit implements Rule {

  /** First release of which the alert per dataset is about SMB only. */
  private static final int SMB_ONLY_MAJOR = 24;

  private static final int SMB_ONLY_MINOR = 10;

  /** SCALE is numbered by years from 20 on; CORE is 13 and older. */
  private static final int FIRST_SCALE = 20;

  private final Night night;
  private final Map<Subject, SeriesOutlook> forecasts = new HashMap<>();
  private final Map<String, NasVersion> releases = new HashMap<>();

  ObjectCountLimit(Night night, CapacityTrends trends) {
    this.night = night;
    trends.outlooks().stream()
        .filter(outlook -> outlook.key().measure() == Measure.SNAPSHOTS)
        .forEach(outlook -> forecasts.put(outlook.key().subject(), outlook));
    for (NasSystem system : night.all(ObjectKind.NAS_SYSTEM, NasSystem.class)) {
      NasVersion.of(system.version()).ifPresent(release -> releases.put(system.nas(), release));
    }
  }

  @Override
  public FindingCode code() {
    return FindingCode.OBJECT_COUNT_LIMIT;
  }

  @Override
  public Stream<Verdict> judge() {
    Map<Subject, List<CountOutlook>> bySubject = new TreeMap<>();
    snapshots(bySubject);
    targets(bySubject);
    return bySubject.entrySet().stream()
        .flatMap(entry -> judge(entry.getKey(), entry.getValue()).stream());
  }

  private void snapshots(Map<Subject, List<CountOutlook>> bySubject) {
    Map<Subject, Long> counts = new HashMap<>();
    for (ZfsSnapshot snapshot : night.all(ObjectKind.ZFS_SNAPSHOT, ZfsSnapshot.class)) {
      counts.merge(Subject.ofSource(snapshot.nas()), 1L, Long::sum);
      counts.merge(
          Subject.of(snapshot.nas(), ObjectKind.DATASET, snapshot.dataset()), 1L, Long::sum);
    }
    Set<Subject> counting = countedDatasets();
    counts.forEach(
        (subject, count) -> {
          boolean whole = subject.path().isEmpty();
          if (whole || counting.contains(subject)) {
            Ceiling ceiling = whole ? Ceiling.SNAPSHOTS : Ceiling.SNAPSHOTS_OF_DATASET;
            add(bySubject, subject, CountOutlook.of(count, ceiling, forecast(subject)));
          }
        });
  }

  private Optional<SeriesOutlook> forecast(Subject subject) {
    return Optional.ofNullable(forecasts.get(subject));
  }

  private static void add(
      Map<Subject, List<CountOutlook>> bySubject, Subject subject, CountOutlook outlook) {
    bySubject.computeIfAbsent(subject, s -> new ArrayList<>()).add(outlook);
  }

  /** Datasets whose snapshots the appliance counts one by one. */
  private Set<Subject> countedDatasets() {
    Set<Subject> counting = new HashSet<>();
    Set<String> shared = new HashSet<>();
    for (SmbShare share : night.all(ObjectKind.SMB_SHARE, SmbShare.class)) {
      shared.add(share.nas() + ":" + share.path());
    }
    for (Dataset dataset : night.all(ObjectKind.DATASET, Dataset.class)) {
      boolean all =
          Optional.ofNullable(releases.get(dataset.nas()))
              .filter(release -> release.olderThan(SMB_ONLY_MAJOR, SMB_ONLY_MINOR))
              .isPresent();
      boolean smb =
          dataset
              .mountpoint()
              .filter(mount -> shared.contains(dataset.nas() + ":" + mount))
              .isPresent();
      if (all || smb) {
        counting.add(dataset.subject());
      }
    }
    return counting;
  }

  /** No forecast: how many targets there were is not kept. */
  private void targets(Map<Subject, List<CountOutlook>> bySubject) {
    Map<String, Long> counts = new HashMap<>();
    for (IscsiTarget target : night.all(ObjectKind.ISCSI_TARGET, IscsiTarget.class)) {
      counts.merge(target.nas(), 1L, Long::sum);
    }
    counts.forEach(
        (nas, count) -> {
          if (core(nas)) {
            add(
                bySubject,
                Subject.ofSource(nas),
                CountOutlook.of(count, Ceiling.TARGETS_OF_CORE, Optional.empty()));
          }
        });
  }

  private boolean core(String nas) {
    return Optional.ofNullable(releases.get(nas))
        .filter(release -> release.olderThan(FIRST_SCALE, 0))
        .isPresent();
  }

  private Optional<Verdict> judge(Subject subject, List<CountOutlook> outlooks) {
    List<CountOutlook> said =
        outlooks.stream().filter(outlook -> outlook.severity().isPresent()).toList();
    return said.stream()
        .flatMap(outlook -> outlook.severity().stream())
        .min(Comparator.naturalOrder())
        .map(
            worst ->
                night.verdict(
                    new Candidate(
                            code(),
                            subject,
                            OptionalLong.of(0),
                            said.stream().flatMap(o -> o.evidence().stream()).toList(),
                            Optional.empty())
                        .ofSeverity(worst),
                    Optional.empty()));
  }
}
