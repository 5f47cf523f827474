package dev.poolkeeper.processors.reconcile;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.VolumeSource;
import dev.poolkeeper.processors.reconcile.Match.Linked;
import dev.poolkeeper.processors.reconcile.Match.OutOfScope;
import dev.poolkeeper.processors.reconcile.Match.Unresolved;
import dev.poolkeeper.processors.reconcile.ProtocolChain.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the dataset or zvol of one PersistentVolume.
 *
 * <p>Order: the handle itself where it is a path, and the protocol chain; else the driver's own
 * mark or the leaf name; else the same place on a NAS that the volume does not name. One strong way
 * plus agreement is CONFIRMED, one way alone PROBABLE, several datasets AMBIGUOUS. Source: contract
 * 6.2.
 */
final class VolumeMatcher {

  /** What tells the volumes of one target or subsystem apart. */
  private static final List<String> NUMBERS = List.of("lun", "nsid");

  private final NasDirectory directory;
  private final AbsentVolume absentVolume;

  VolumeMatcher(NasDirectory directory) {
    this.directory = directory;
    this.absentVolume = new AbsentVolume(directory);
  }

  Match match(PersistentVolume volume) {
    VolumeClass kind = VolumeClass.of(volume.source());
    return switch (kind.family()) {
      case FOREIGN -> new OutOfScope(volume.subject(), "nothing in it points at a TrueNAS");
      case SHARED -> shared(volume, kind.protocol());
      default -> owned(volume, kind);
    };
  }

  private Match shared(PersistentVolume volume, Protocol protocol) {
    List<Link> links = references(volume.subject(), volume.source(), protocol);
    return links.isEmpty()
        ? new OutOfScope(volume.subject(), "static or shared, and on no registered NAS")
        : new Linked(volume.subject(), links);
  }

  /** Every dataset a source uses without owning it; all of them are protected. */
  List<Link> references(Subject from, VolumeSource source, Protocol protocol) {
    List<NasIndex> systems = directory.candidates(source);
    List<Hit> hits =
        Stream.concat(
                directory.follow(systems, source, protocol).stream(),
                directory.around(systems, source, protocol).stream())
            .toList();
    return hits.stream()
        .map(Hit::dataset)
        .distinct()
        .map(d -> new Link(from, d.subject(), Confidence.REFERENCED, evidence(hits, d)))
        .toList();
  }

  private Match owned(PersistentVolume volume, VolumeClass kind) {
    List<Hit> hits =
        hits(volume, kind, directory.candidates(volume.source())).stream()
            .filter(hit -> !directory.copyElsewhere(volume.source(), hit.dataset()))
            .toList();
    if (hits.isEmpty()) {
      return byName(volume, kind);
    }
    List<Dataset> datasets = datasets(hits);
    List<Dataset> agreeing =
        datasets.stream()
            .filter(d -> !agreement(volume, d).isEmpty())
            .filter(d -> !directory.contradicts(volume.source(), d))
            .toList();
    List<Dataset> best = agreeing.isEmpty() ? datasets : agreeing;
    Confidence confidence = agreeing.isEmpty() ? Confidence.PROBABLE : Confidence.CONFIRMED;
    List<Hit> all = Stream.of(hits, rivals(volume, best)).flatMap(List::stream).distinct().toList();
    return linked(volume, withNeighbours(best, datasets(all)), confidence, all);
  }

  private static List<Dataset> datasets(List<Hit> hits) {
    return hits.stream().map(Hit::dataset).distinct().toList();
  }

  /** Where the handle and the protocol chain lead on these systems. */
  private List<Hit> hits(PersistentVolume volume, VolumeClass kind, List<NasIndex> systems) {
    return Stream.concat(
            byHandle(volume, kind, systems),
            directory.follow(systems, volume.source(), kind.protocol()).stream())
        .toList();
  }

  /**
   * Datasets that bear the volume's name while the chain leads to one that does not: a target that
   * serves an older zvol. Both are somebody's data, so neither is chosen.
   */
  private List<Hit> rivals(PersistentVolume volume, List<Dataset> best) {
    return best.stream().anyMatch(dataset -> named(volume, dataset))
        ? List.of()
        : best.stream()
            .map(dataset -> directory.of(dataset.nas()))
            .distinct()
            .flatMap(nas -> named(volume, nas).stream())
            .toList();
  }

  /** On one NAS, everything a way led to counts; on another it is another's. */
  private static List<Dataset> withNeighbours(List<Dataset> best, List<Dataset> all) {
    Set<String> systems = best.stream().map(Dataset::nas).collect(Collectors.toSet());
    return all.stream().filter(dataset -> systems.contains(dataset.nas())).toList();
  }

  private Stream<Hit> byHandle(PersistentVolume volume, VolumeClass kind, List<NasIndex> systems) {
    VolumeSource source = volume.source();
    Optional<String> id =
        switch (kind.family()) {
          case TRUENAS_CSI -> Optional.of(source.handle());
          case TNS_CSI -> source.attribute("datasetID").or(() -> source.attribute("datasetName"));
          default -> Optional.empty();
        };
    return id.stream()
        .flatMap(path -> systems.stream().flatMap(nas -> nas.dataset(path).stream()))
        .map(d -> new Hit(d, "its handle is the path of dataset " + d.id()));
  }

  private Match linked(
      PersistentVolume volume, List<Dataset> datasets, Confidence confidence, List<Hit> hits) {
    Confidence given = datasets.size() == 1 ? confidence : Confidence.AMBIGUOUS;
    return new Linked(
        volume.subject(),
        datasets.stream()
            .map(
                d -> {
                  List<String> evidence = new ArrayList<>(evidence(hits, d));
                  evidence.addAll(agreement(volume, d));
                  if (directory.contradicts(volume.source(), d)) {
                    evidence.add("but its own mark names another address");
                  }
                  return new Link(volume.subject(), d.subject(), given, evidence);
                })
            .toList());
  }

  private static List<String> evidence(List<Hit> hits, Dataset dataset) {
    return hits.stream()
        .filter(hit -> hit.dataset().equals(dataset))
        .map(Hit::evidence)
        .distinct()
        .toList();
  }

  /** What else, beside a chain, says that the dataset is this volume. */
  private List<String> agreement(PersistentVolume volume, Dataset dataset) {
    List<String> agreement = new ArrayList<>();
    String handle = volume.source().handle();
    if (dataset.id().equals(handle)) {
      agreement.add("volumeHandle is its full path");
    } else if (dataset.leaf().equals(handle)) {
      agreement.add("volumeHandle is its name");
    }
    NasIndex nas = directory.of(dataset.nas());
    CsiMarks.volumeName(dataset, nas.parent(dataset))
        .filter(volume.name()::equals)
        .ifPresent(name -> agreement.add("property csi_volume_name names this volume"));
    if (contextAgrees(volume.source(), dataset)) {
      agreement.add("property csi_share_volume_context holds the same address");
    }
    nas.nfsShares(dataset).stream()
        .filter(share -> share.comment().endsWith(dataset.id()))
        .forEach(share -> agreement.add("NFS share comment: " + share.comment()));
    return agreement;
  }

  private static boolean contextAgrees(VolumeSource source, Dataset dataset) {
    VolumeSource context = ShareContext.of(dataset);
    Optional<String> name = servedAs(source);
    return name.isPresent()
        && name.equals(servedAs(context))
        && NUMBERS.stream().allMatch(key -> sameIfTold(source, context, key));
  }

  private static Optional<String> servedAs(VolumeSource source) {
    return ProtocolChain.iqn(source)
        .or(() -> source.attribute("nqn"))
        .or(() -> source.attribute("share"));
  }

  private static boolean sameIfTold(VolumeSource one, VolumeSource other, String key) {
    Optional<String> value = one.attribute(key);
    Optional<String> otherValue = other.attribute(key);
    return value.isEmpty() || otherValue.isEmpty() || value.equals(otherValue);
  }

  /** Whether the dataset bears the volume's handle or name, in its path or its own mark. */
  private boolean named(PersistentVolume volume, Dataset dataset) {
    String handle = volume.source().handle();
    return dataset.id().equals(handle)
        || dataset.leaf().equals(handle)
        || CsiMarks.volumeName(dataset, directory.of(dataset.nas()).parent(dataset))
            .filter(volume.name()::equals)
            .isPresent();
  }

  /**
   * By the driver's own mark or by name on one NAS, but only where the driver keeps volumes: beyond
   * that a mark is as likely a copy's, and a copy must not hide a loss. What holds a volume's
   * detached snapshots bears its name too, and is not the volume.
   */
  private List<Hit> named(PersistentVolume volume, NasIndex nas) {
    Stream<Hit> marked =
        nas.withVolumeName(volume.name()).stream()
            .filter(d -> keepsVolumes(volume, d))
            .map(d -> new Hit(d, "found by its property csi_volume_name only"));
    Stream<Hit> leaves =
        nas.withLeaf(volume.source().handle()).stream()
            .filter(d -> !CsiMarks.detachedSnapshot(d) && keepsVolumes(volume, d))
            .filter(d -> nas.children(d).stream().noneMatch(CsiMarks::detachedSnapshot))
            .map(d -> new Hit(d, "found by its name only"));
    return Stream.concat(marked, leaves)
        .filter(hit -> directory.replicas().reason(hit.dataset()).isEmpty())
        .toList();
  }

  private Match byName(PersistentVolume volume, VolumeClass kind) {
    List<Hit> named =
        directory.candidates(volume.source()).stream()
            .flatMap(nas -> named(volume, nas).stream())
            .toList();
    List<Hit> hits = named.isEmpty() ? elsewhere(volume, kind) : named;
    List<Dataset> lookalikes = hits.isEmpty() ? lookalikes(volume) : List.of();
    if (lookalikes.stream().anyMatch(directory.replicas()::doubtful)) {
      return new Unresolved(
          volume.subject(), "a dataset bears its mark that may be a copy made by replication");
    }
    return hits.isEmpty()
        ? absentVolume.explain(volume, kind, lookalikes)
        : linked(volume, datasets(hits), Confidence.PROBABLE, hits);
  }

  /** Datasets that bear the volume's mark where its driver keeps none. */
  private List<Dataset> lookalikes(PersistentVolume volume) {
    return directory.candidates(volume.source()).stream()
        .flatMap(nas -> nas.withVolumeName(volume.name()).stream())
        .toList();
  }

  /** An address that moved to a new NAS leaves the old one's volumes where they are (trap 14). */
  private List<Hit> elsewhere(PersistentVolume volume, VolumeClass kind) {
    return hits(volume, kind, directory.others(volume.source())).stream()
        .filter(hit -> directory.replicas().reason(hit.dataset()).isEmpty())
        .map(
            hit ->
                new Hit(
                    hit.dataset(),
                    hit.evidence() + ", though its address is that of another system"))
        .toList();
  }

  private boolean keepsVolumes(PersistentVolume volume, Dataset dataset) {
    Set<String> known =
        directory.parents().of(volume.cluster(), volume.source().driver(), dataset.nas());
    return known.isEmpty() || dataset.parent().filter(known::contains).isPresent();
  }
}
