package dev.poolkeeper.tests.demo;

import java.time.Instant;

/** A claim that never got a volume. */
record PendingClaim(
    Cluster cluster, String namespace, String claim, String storageClass, Instant createdAt) {
  String subject() {
    return cluster.label() + "/persistentvolumeclaims/" + namespace + "/" + claim;
  }
}
