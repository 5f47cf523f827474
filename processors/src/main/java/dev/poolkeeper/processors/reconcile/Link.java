package dev.poolkeeper.processors.reconcile;

import dev.poolkeeper.processors.inventory.Subject;
import java.util.List;

/**
 * A statement that a Kubernetes object stands on a ZFS object.
 *
 * @param from the PersistentVolume, pod or VolumeSnapshotContent
 * @param to the dataset or ZFS snapshot
 * @param evidence the facts it rests on, strongest first
 */
public record Link(Subject from, Subject to, Confidence confidence, List<String> evidence) {

  public Link {
    evidence = List.copyOf(evidence);
  }
}
