package dev.poolkeeper.tests.demo;

import java.util.List;

/**
 * Everything there is to tell over the ten nights; the renderers pick what is there on one of them.
 */
record Estate(
    List<Volume> volumes,
    List<CsiSnapshot> snapshots,
    List<OtherSnapshot> otherSnapshots,
    List<PendingClaim> pendingClaims,
    List<ForeignVolume> foreignVolumes,
    Verdicts verdicts) {

  /** What an analysis of the estate has to find, and what it must not. */
  record Verdicts(List<Planted> planted, List<Innocent> innocent) {}

  static Estate tell() {
    return new Stories(Workloads.volumes()).tell();
  }

  List<Volume> volumesOf(Cluster cluster) {
    return volumes.stream().filter(volume -> volume.cluster() == cluster).toList();
  }

  List<Volume> volumesOn(Appliance nas) {
    return volumes.stream().filter(volume -> volume.nas() == nas).toList();
  }
}
