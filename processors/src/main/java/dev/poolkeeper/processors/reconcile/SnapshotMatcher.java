package dev.poolkeeper.processors.reconcile;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.VolumeSnapshotContent;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.reconcile.Match.Absent;
import dev.poolkeeper.processors.reconcile.Match.Linked;
import dev.poolkeeper.processors.reconcile.Match.OutOfScope;
import dev.poolkeeper.processors.reconcile.Match.Unresolved;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the ZFS snapshot, or the detached copy, of one VolumeSnapshotContent by its snapshotHandle.
 * Source: contract 6.3.
 */
final class SnapshotMatcher {

  /** How tns.csi.io starts a handle. */
  private static final Pattern PROTOCOL = Pattern.compile("^(?:nfs|iscsi|nvmeof|smb):");

  private final NasDirectory directory;
  private final VolumeHandles volumes;
  private final SnapshotIndex snapshots;

  SnapshotMatcher(NasDirectory directory, VolumeHandles volumes, SnapshotIndex snapshots) {
    this.directory = directory;
    this.volumes = volumes;
    this.snapshots = snapshots;
  }

  Match match(VolumeSnapshotContent content) {
    if (content.handle().isEmpty()) {
      return new OutOfScope(content.subject(), "the driver has not answered a handle yet");
    }
    String handle = content.handle().get();
    if (handle.startsWith("/lun/") || handle.contains("snapshot_driver=")) {
      return new OutOfScope(content.subject(), "kept as files or on another appliance");
    }
    if (volumes.foreign(content.cluster(), content.driver())) {
      return new OutOfScope(content.subject(), "its driver keeps nothing on a TrueNAS");
    }
    int at = handle.indexOf('@');
    if (handle.startsWith("detached:")) {
      return detachedByName(content, handle.substring(at + 1));
    }
    if (at > 0) {
      String volume = PROTOCOL.matcher(handle.substring(0, at)).replaceFirst("");
      return attached(content, volume, handle.substring(at + 1));
    }
    int slash = handle.lastIndexOf('/');
    return slash > 0
        ? detached(content, handle)
        : new OutOfScope(content.subject(), "no driver of a TrueNAS writes handles as " + handle);
  }

  private Match attached(VolumeSnapshotContent content, String volume, String name) {
    List<Dataset> homes = datasetsOf(content, volume);
    List<ZfsSnapshot> found =
        homes.stream().flatMap(d -> snapshots.find(d.nas(), d.id() + "@" + name).stream()).toList();
    if (found.isEmpty()) {
      found =
          snapshots.marked(name, volume).stream()
              .filter(s -> directory.of(s.nas()).dataset(s.dataset()).filter(this::copy).isEmpty())
              .toList();
    }
    if (!found.isEmpty()) {
      boolean sure = found.size() == 1 && agrees(content, found.get(0), volume, name);
      return linked(content, found.stream().map(ZfsSnapshot::subject).toList(), sure);
    }
    String place =
        homes.isEmpty()
            ? "no dataset of volume %s, so no snapshot %s".formatted(volume, name)
            : "no snapshot %s@%s".formatted(homes.get(0).id(), name);
    return withItsVolume(content, volume)
        .or(() -> lostWithItsVolume(content, volume, place))
        .orElseGet(() -> absent(content, homes, place));
  }

  /** Nobody can say that a snapshot is gone whose volume is where nobody can look. */
  private Optional<Match> withItsVolume(VolumeSnapshotContent content, String volume) {
    return volumes
        .unresolved(content.cluster(), content.driver(), volume)
        .or(() -> notImported(volume))
        .map(reason -> new Unresolved(content.subject(), "of its volume, " + reason));
  }

  /** A handle that is a path names its pool. */
  private Optional<String> notImported(String volume) {
    int slash = volume.indexOf('/');
    String pool = volume.substring(0, Math.max(slash, 0));
    boolean known =
        slash < 0 || directory.all().stream().anyMatch(nas -> nas.pool(pool).isPresent());
    return known ? Optional.empty() : Optional.of("no NAS has a pool " + pool);
  }

  /** A volume that is gone had its snapshots where it was itself. */
  private Optional<Match> lostWithItsVolume(
      VolumeSnapshotContent content, String volume, String place) {
    return volumes
        .absent(content.cluster(), content.driver(), volume)
        .map(
            lost ->
                new Absent(
                    content.subject(),
                    lost.nas(),
                    lost.pool(),
                    lost.protocol(),
                    evidence(content, place)));
  }

  private static boolean agrees(
      VolumeSnapshotContent content, ZfsSnapshot snapshot, String volume, String name) {
    return snapshot.dataset().equals(volume)
        || snapshot.property(CsiMarks.SNAPSHOT_NAME).filter(name::equals).isPresent()
        || content.sourceVolumeHandle().filter(volume::equals).isPresent();
  }

  /**
   * Datasets that may be the volume: by full path, by its PV's link, by leaf under known parents.
   */
  private List<Dataset> datasetsOf(VolumeSnapshotContent content, String volume) {
    List<Dataset> byPath =
        directory.all().stream()
            .flatMap(nas -> nas.dataset(volume).stream())
            .filter(d -> !copy(d))
            .toList();
    if (!byPath.isEmpty()) {
      return byPath;
    }
    List<Dataset> linked = volumes.datasets(content.cluster(), content.driver(), volume);
    if (!linked.isEmpty()) {
      return linked;
    }
    return directory.all().stream()
        .flatMap(nas -> nas.withLeaf(volume).stream())
        .filter(
            d ->
                d.parent()
                    .filter(
                        directory.parents().of(content.cluster(), content.driver(), d.nas())
                            ::contains)
                    .isPresent())
        .filter(d -> !copy(d))
        .toList();
  }

  /** A copy has its source's snapshots too; it must not hide that the source lost one. */
  private boolean copy(Dataset dataset) {
    return directory.replicas().reason(dataset).isPresent();
  }

  /** tns.csi.io does not say where it keeps detached copies, so only finding one tells anything. */
  private Match detachedByName(VolumeSnapshotContent content, String name) {
    List<Subject> found =
        directory.all().stream()
            .flatMap(nas -> nas.withLeaf(name).stream())
            .map(Dataset::subject)
            .toList();
    return found.isEmpty()
        ? new Unresolved(
            content.subject(),
            "its driver does not say where the detached copy %s is".formatted(name))
        : linked(content, found, false);
  }

  private static Predicate<Dataset> on(NasIndex nas) {
    return dataset -> dataset.nas().equals(nas.nas());
  }

  /** A driver keeps detached copies beside its volumes; on another NAS they are copies of those. */
  private Match detached(VolumeSnapshotContent content, String handle) {
    int slash = handle.lastIndexOf('/');
    String name = handle.substring(slash + 1);
    String volume = handle.substring(0, slash);
    List<Dataset> homes = volumes.datasets(content.cluster(), content.driver(), volume);
    List<Dataset> found =
        directory.all().stream()
            .filter(nas -> homes.isEmpty() || homes.stream().anyMatch(on(nas)))
            .flatMap(nas -> nas.withLeaf(name).stream())
            .filter(d -> d.id().endsWith("/" + handle))
            .filter(d -> !copy(d) || CsiMarks.detachedHere(d))
            .toList();
    if (found.isEmpty()) {
      return withItsVolume(content, volume)
          .orElseGet(() -> lost(content, homes, "no dataset ends in /" + handle));
    }
    boolean sure = found.size() == 1 && CsiMarks.detachedSnapshot(found.get(0));
    return linked(content, found.stream().map(Dataset::subject).toList(), sure);
  }

  private static Match linked(VolumeSnapshotContent content, List<Subject> found, boolean sure) {
    Confidence confidence =
        found.size() > 1 ? Confidence.AMBIGUOUS : sure ? Confidence.CONFIRMED : Confidence.PROBABLE;
    String evidence = "snapshotHandle " + content.handle().orElse("");
    return new Linked(
        content.subject(),
        found.stream()
            .map(to -> new Link(content.subject(), to, confidence, List.of(evidence)))
            .toList());
  }

  private Match absent(VolumeSnapshotContent content, List<Dataset> homes, String place) {
    return lost(content, homes, homes.size() == 1 ? homes.get(0).pool() : "", place);
  }

  /** A detached copy may be in another pool than its volume. */
  private Match lost(VolumeSnapshotContent content, List<Dataset> homes, String place) {
    return lost(content, homes, "", place);
  }

  private Match lost(
      VolumeSnapshotContent content, List<Dataset> homes, String pool, String place) {
    TreeSet<String> nas = new TreeSet<>();
    homes.forEach(dataset -> nas.add(dataset.nas()));
    if (nas.isEmpty()) {
      nas.addAll(directory.parents().nasOf(content.cluster(), content.driver()));
    }
    if (nas.isEmpty()) {
      return new Unresolved(
          content.subject(),
          "no volume of driver %s was matched, so its NAS is not known"
              .formatted(content.driver()));
    }
    return new Absent(
        content.subject(),
        List.copyOf(nas),
        pool,
        Protocol.UNKNOWN,
        evidence(content, place + " on " + String.join(", ", nas)));
  }

  private static List<String> evidence(VolumeSnapshotContent content, String absence) {
    return Stream.concat(
            Stream.of(absence), content.handle().stream().map(handle -> "snapshotHandle " + handle))
        .toList();
  }
}
