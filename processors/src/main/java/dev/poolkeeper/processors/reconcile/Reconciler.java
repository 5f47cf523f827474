package dev.poolkeeper.processors.reconcile;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.Pod;
import dev.poolkeeper.processors.inventory.StatefulSet;
import dev.poolkeeper.processors.inventory.VolumeSnapshotContent;
import dev.poolkeeper.processors.inventory.VolumeSource;
import dev.poolkeeper.processors.inventory.Workload;
import dev.poolkeeper.processors.reconcile.Match.Linked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Joins the two worlds of one night by CSI handle.
 *
 * <p>Two passes: what the first confirms teaches which NAS an address means and where each driver
 * keeps its volumes; the second decides the rest with that knowledge. Deterministic: the outcome
 * does not depend on the order of the inventory. Linear in the number of objects.
 */
public final class Reconciler {

  private Reconciler() {}

  public static Reconciliation reconcile(Inventory inventory) {
    NasDirectory directory = new NasDirectory(inventory);
    VolumeMatcher matcher = new VolumeMatcher(directory);
    List<PersistentVolume> volumes =
        inventory.all(ObjectKind.PERSISTENT_VOLUME, PersistentVolume.class);
    List<Learnt> learnt = new ArrayList<>();
    for (PersistentVolume volume : volumes) {
      confirmed(matcher.match(volume), directory)
          .ifPresent(dataset -> learnt.add(new Learnt(volume, dataset)));
    }
    learnt.forEach(lesson -> directory.learn(lesson.volume(), lesson.dataset()));

    List<Match> matches = new ArrayList<>();
    VolumeHandles handles = new VolumeHandles();
    for (PersistentVolume volume : volumes) {
      Match match = matcher.match(volume);
      matches.add(match);
      handles.add(volume, match, datasets(match, directory));
    }
    SnapshotIndex snapshots = new SnapshotIndex(inventory);
    SnapshotMatcher snapshotMatcher = new SnapshotMatcher(directory, handles, snapshots);
    inventory.all(ObjectKind.VOLUME_SNAPSHOT_CONTENT, VolumeSnapshotContent.class).stream()
        .map(snapshotMatcher::match)
        .forEach(matches::add);
    List<Link> others = inlineLinks(inventory, matcher);
    volumes.stream()
        .filter(volume -> VolumeClass.of(volume.source()).family() == DriverFamily.FOREIGN)
        .forEach(volume -> link(volume, List.of(volume.source()), matcher, others));
    return new Reconciliation(directory, snapshots, matches, others);
  }

  private record Learnt(PersistentVolume volume, Dataset dataset) {}

  private static Optional<Dataset> confirmed(Match match, NasDirectory directory) {
    return match instanceof Linked linked
            && linked.links().size() == 1
            && linked.links().get(0).confidence() == Confidence.CONFIRMED
        ? datasets(match, directory).stream().findFirst()
        : Optional.empty();
  }

  private static List<Dataset> datasets(Match match, NasDirectory directory) {
    return match instanceof Linked linked
        ? linked.links().stream()
            .flatMap(l -> directory.of(l.to().source()).dataset(l.to().name()).stream())
            .toList()
        : List.of();
  }

  /** Volumes written into pods, and into what would make pods again. */
  private static List<Link> inlineLinks(Inventory inventory, VolumeMatcher matcher) {
    List<Link> links = new ArrayList<>();
    for (Pod pod : inventory.all(ObjectKind.POD, Pod.class)) {
      link(pod, pod.inlineVolumes(), matcher, links);
    }
    for (StatefulSet set : inventory.all(ObjectKind.STATEFUL_SET, StatefulSet.class)) {
      link(set, set.inlineVolumes(), matcher, links);
    }
    for (ObjectKind kind : Workload.KINDS) {
      for (Workload workload : inventory.all(kind, Workload.class)) {
        link(workload, workload.inlineVolumes(), matcher, links);
      }
    }
    return links;
  }

  private static void link(
      InventoryObject from, List<VolumeSource> sources, VolumeMatcher matcher, List<Link> links) {
    for (VolumeSource source : sources) {
      links.addAll(matcher.references(from.subject(), source, VolumeClass.named(source)));
    }
  }
}
