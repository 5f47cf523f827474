package dev.poolkeeper.processors.reconcile;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.VolumeSource;
import dev.poolkeeper.processors.reconcile.Match.Linked;
import dev.poolkeeper.processors.reconcile.Match.OutOfScope;
import dev.poolkeeper.processors.reconcile.ProtocolChain.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the dataset or zvol of one PersistentVolume.
 *
 * <p>Order: the handle itself where it is a path; else the protocol chain; else the driver's own
 * mark or the leaf name. One strong way plus agreement is CONFIRMED, one way alone PROBABLE,
 * several datasets AMBIGUOUS. Source: contract 6.2.
 */
final class VolumeMatcher {

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
    Stream<Hit> chained = directory.follow(source, protocol).stream();
    Stream<Hit> holding =
        protocol == Protocol.NFS
            ? ProtocolChain.path(source).stream()
                .flatMap(
                    path -> directory.candidates(source).stream().map(nas -> nas.holding(path)))
                .flatMap(Optional::stream)
                .map(d -> new Hit(d, "its NFS path is inside dataset " + d.id()))
            : Stream.empty();
    List<Hit> hits = Stream.concat(chained, holding).toList();
    return hits.stream()
        .map(Hit::dataset)
        .distinct()
        .map(d -> new Link(from, d.subject(), Confidence.REFERENCED, evidence(hits, d)))
        .toList();
  }

  private Match owned(PersistentVolume volume, VolumeClass kind) {
    List<Hit> hits =
        Stream.concat(byHandle(volume, kind), byChain(volume, kind))
            .filter(hit -> !directory.copyElsewhere(volume.source(), hit.dataset()))
            .toList();
    List<Dataset> datasets = hits.stream().map(Hit::dataset).distinct().toList();
    if (datasets.isEmpty()) {
      return byName(volume, kind);
    }
    List<Dataset> agreeing =
        datasets.stream().filter(d -> !agreement(volume, kind, d).isEmpty()).toList();
    List<Dataset> best = agreeing.isEmpty() ? datasets : agreeing;
    Confidence confidence = agreeing.isEmpty() ? Confidence.PROBABLE : Confidence.CONFIRMED;
    return linked(volume, kind, best, confidence, hits);
  }

  private Stream<Hit> byHandle(PersistentVolume volume, VolumeClass kind) {
    Optional<String> id =
        switch (kind.family()) {
          case TRUENAS_CSI -> Optional.of(volume.source().handle());
          case TNS_CSI ->
              volume
                  .source()
                  .attribute("datasetID")
                  .or(() -> volume.source().attribute("datasetName"));
          default -> Optional.empty();
        };
    return id.stream()
        .flatMap(path -> directory.candidates(volume.source()).stream().map(n -> n.dataset(path)))
        .flatMap(Optional::stream)
        .map(d -> new Hit(d, "its handle is the path of dataset " + d.id()));
  }

  private Stream<Hit> byChain(PersistentVolume volume, VolumeClass kind) {
    return directory.follow(volume.source(), kind.protocol()).stream();
  }

  private Match linked(
      PersistentVolume volume,
      VolumeClass kind,
      List<Dataset> datasets,
      Confidence confidence,
      List<Hit> hits) {
    Confidence given = datasets.size() == 1 ? confidence : Confidence.AMBIGUOUS;
    return new Linked(
        volume.subject(),
        datasets.stream()
            .map(
                d -> {
                  List<String> evidence = new ArrayList<>(evidence(hits, d));
                  evidence.addAll(agreement(volume, kind, d));
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
  private List<String> agreement(PersistentVolume volume, VolumeClass kind, Dataset dataset) {
    List<String> agreement = new ArrayList<>();
    String handle = volume.source().handle();
    if (kind.family() == DriverFamily.TRUENAS_CSI && dataset.id().equals(handle)) {
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
    dataset
        .mountpoint()
        .flatMap(nas::nfsShare)
        .filter(share -> share.comment().endsWith(dataset.id()))
        .ifPresent(share -> agreement.add("NFS share comment: " + share.comment()));
    return agreement;
  }

  private static boolean contextAgrees(VolumeSource source, Dataset dataset) {
    Optional<String> address =
        ProtocolChain.iqn(source)
            .or(() -> source.attribute("nqn"))
            .or(() -> source.attribute("share"));
    return address.isPresent()
        && dataset
            .property(CsiMarks.SHARE_CONTEXT)
            .filter(context -> context.contains('"' + address.get() + '"'))
            .isPresent();
  }

  /**
   * No chain: the driver's own mark or the leaf name, but only where the driver keeps volumes.
   * Beyond that a mark is as likely a copy's, and a copy must not hide a loss.
   */
  private Match byName(PersistentVolume volume, VolumeClass kind) {
    List<Hit> found = new ArrayList<>();
    List<Dataset> lookalikes = new ArrayList<>();
    for (NasIndex nas : directory.candidates(volume.source())) {
      for (Dataset marked : nas.withVolumeName(volume.name())) {
        if (isOriginal(marked) && keepsVolumes(volume, marked)) {
          found.add(new Hit(marked, "found by its property csi_volume_name only"));
        } else {
          lookalikes.add(marked);
        }
      }
      nas.withLeaf(volume.source().handle()).stream()
          .filter(d -> isOriginal(d) && keepsVolumes(volume, d))
          .forEach(d -> found.add(new Hit(d, "found by its name only")));
    }
    List<Dataset> datasets = found.stream().map(Hit::dataset).distinct().toList();
    return datasets.isEmpty()
        ? absentVolume.explain(volume, kind, lookalikes)
        : linked(volume, kind, datasets, Confidence.PROBABLE, found);
  }

  private boolean isOriginal(Dataset dataset) {
    return directory.replicas().reason(dataset).isEmpty() && !CsiMarks.detachedSnapshot(dataset);
  }

  private boolean keepsVolumes(PersistentVolume volume, Dataset dataset) {
    Set<String> known =
        directory.parents().of(volume.cluster(), volume.source().driver(), dataset.nas());
    return known.isEmpty() || dataset.parent().filter(known::contains).isPresent();
  }
}
