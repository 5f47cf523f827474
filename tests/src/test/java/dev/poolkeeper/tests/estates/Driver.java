package dev.poolkeeper.tests.estates;

import java.util.Optional;

/**
 * A CSI driver of one cluster and where it keeps its volumes.
 *
 * @param label the CSI driver's name in the cluster, which is free text
 * @param parent the dataset that holds its volumes
 * @param prefix what precedes a volume's name in a target's, share's or subsystem's
 * @param templated whether datasets are named after the claim and not after the volume
 * @param instance its instance_id, where one is configured
 * @param strangers whether a cluster nobody registered keeps volumes in the same parent
 */
record Driver(
    String cluster,
    String label,
    Style style,
    Nas nas,
    String parent,
    String prefix,
    String suffix,
    boolean templated,
    Optional<String> instance,
    boolean strangers) {

  String storageClass() {
    return "class-of-" + label;
  }

  String snapshotParent() {
    return parent + "-snaps";
  }

  String pool() {
    return parent.split("/", 2)[0];
  }

  boolean tellsProperties() {
    return nas.release().tellsProperties();
  }

  /** Whether what it makes bears democratic-csi's marks, and its NAS tells them. */
  boolean marks() {
    return style.democratic() && tellsProperties();
  }

  /** Whether a leftover dataset shows that a driver made it. */
  boolean traceable() {
    return style.teaches() && (marks() || !templated);
  }
}
