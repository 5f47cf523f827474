package dev.poolkeeper.processors.reconcile;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.VolumeSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The joined night: a match for every PersistentVolume and VolumeSnapshotContent, and the indexes
 * it was made with.
 */
public final class Reconciliation {

  private final Map<String, NasIndex> nas;
  private final SnapshotIndex snapshots;
  private final KnownParents parents;
  private final Replicas replicas;
  private final Map<Subject, Match> matches = new HashMap<>();
  private final List<Link> otherLinks;
  private final Function<Dataset, Optional<String>> servedElsewhere;
  private final Function<VolumeSource, List<Dataset>> served;
  private final Function<VolumeSource, List<NasIndex>> candidates;
  private final Map<Subject, List<Link>> linksTo = new HashMap<>();
  private final Map<String, List<Dataset>> clonesByOriginDataset = new HashMap<>();

  Reconciliation(
      NasDirectory directory, SnapshotIndex snapshots, List<Match> matches, List<Link> otherLinks) {
    this.nas = directory.byName();
    this.snapshots = snapshots;
    this.parents = directory.parents();
    this.replicas = directory.replicas();
    this.otherLinks = List.copyOf(otherLinks);
    this.servedElsewhere = directory::servedElsewhere;
    this.served = directory::served;
    this.candidates = directory::candidates;
    matches.forEach(match -> this.matches.put(match.subject(), match));
    links().forEach(link -> append(linksTo, link.to(), link));
    directory
        .all()
        .forEach(
            index ->
                index
                    .datasets()
                    .forEach(
                        d ->
                            d.origin()
                                .filter(origin -> origin.contains("@"))
                                .map(origin -> origin.substring(0, origin.indexOf('@')))
                                .ifPresent(
                                    o -> append(clonesByOriginDataset, d.nas() + ":" + o, d))));
  }

  private static <K, V> void append(Map<K, List<V>> map, K key, V value) {
    map.computeIfAbsent(key, k -> new ArrayList<>(1)).add(value);
  }

  /** The match of a PersistentVolume or VolumeSnapshotContent; empty for any other subject. */
  public Optional<Match> match(Subject subject) {
    return Optional.ofNullable(matches.get(subject));
  }

  /** All matches, by subject. */
  public List<Match> matches() {
    return matches.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Every link, those of pods' inline volumes and of volumes of foreign drivers included. */
  public Stream<Link> links() {
    return Stream.concat(
        matches.values().stream().flatMap(Reconciliation::links), otherLinks.stream());
  }

  private static Stream<Link> links(Match match) {
    return match instanceof Match.Linked linked ? linked.links().stream() : Stream.empty();
  }

  /** The one object a volume or content stands on; empty when absent or ambiguous. */
  public Optional<Link> link(Subject from) {
    return match(from)
        .map(match -> links(match).toList())
        .filter(links -> links.size() == 1)
        .map(links -> links.get(0));
  }

  /** Every object a volume or content may stand on, with any confidence. */
  public List<Link> linksFrom(Subject from) {
    return match(from).map(match -> links(match).toList()).orElse(List.of());
  }

  /** Who refers to a dataset or snapshot, with any confidence. */
  public List<Link> linksTo(Subject to) {
    return linksTo.getOrDefault(to, List.of());
  }

  /** Datasets cloned from a snapshot of this dataset. */
  public List<Dataset> clonesOf(Dataset dataset) {
    return clonesByOriginDataset.getOrDefault(dataset.nas() + ":" + dataset.id(), List.of());
  }

  /**
   * The datasets that what a volume names leads to: its path, share, target or subsystem, on the
   * systems its address names. By that alone, whatever the datasets are called.
   */
  public List<Dataset> served(VolumeSource source) {
    return served.apply(source);
  }

  /**
   * The address under which a dataset's own marks say it is served, when that is not known to be an
   * address of its NAS.
   */
  public Optional<String> servedElsewhere(Dataset dataset) {
    return servedElsewhere.apply(dataset);
  }

  /** Whether a volume's addresses name the system, or name none that is known. */
  public boolean mayBeOn(VolumeSource source, String system) {
    return candidates.apply(source).stream().anyMatch(index -> index.nas().equals(system));
  }

  public NasIndex nas(String name) {
    NasIndex index = nas.get(name);
    if (index == null) {
      throw new IllegalArgumentException("no NAS named " + name + " in this estate");
    }
    return index;
  }

  /** The dataset a subject names, if it names one. */
  public Optional<Dataset> dataset(Subject subject) {
    return Optional.ofNullable(nas.get(subject.source()))
        .filter(index -> subject.path().startsWith("datasets/"))
        .flatMap(index -> index.dataset(subject.name()));
  }

  public SnapshotIndex snapshots() {
    return snapshots;
  }

  public KnownParents parents() {
    return parents;
  }

  public Replicas replicas() {
    return replicas;
  }
}
