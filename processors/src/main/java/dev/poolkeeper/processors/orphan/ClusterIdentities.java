package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.Cause;
import dev.poolkeeper.processors.finding.ProbableCause;
import dev.poolkeeper.processors.inventory.Namespace;
import dev.poolkeeper.processors.inventory.ObjectKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which clusters of today cannot have made a thing: a cluster is as old as its kube-system, and
 * that namespace keeps its uid for the cluster's life.
 */
final class ClusterIdentities {

  private final Map<String, Namespace> today = new HashMap<>();

  ClusterIdentities(Night night) {
    night.all(ObjectKind.NAMESPACE, Namespace.class).stream()
        .filter(namespace -> namespace.name().equals("kube-system"))
        .forEach(namespace -> today.put(namespace.cluster(), namespace));
  }

  /** Whether a cluster of today has the kube-system with this uid, under whatever name. */
  boolean registered(String uid) {
    return today.values().stream().map(Namespace::uid).anyMatch(uid::equals);
  }

  /**
   * That the cluster of a remembered object was another one; empty when it was not, or who knows.
   */
  Optional<ProbableCause> rebuiltSince(Past past) {
    String cluster = past.subject().source();
    Optional<String> before = past.state().clusterUid();
    return Optional.ofNullable(today.get(cluster))
        .map(Namespace::uid)
        .filter(uid -> !uid.isEmpty() && before.filter(b -> !b.equals(uid)).isPresent())
        .map(
            uid ->
                new ProbableCause(
                    Cause.CLUSTER_REBUILT,
                    "%s was last there on %s, when kube-system of %s had uid %s; now it has %s"
                        .formatted(
                            past.subject(),
                            past.lastSeenOn(),
                            cluster,
                            before.orElseThrow(),
                            uid)));
  }

  /**
   * That a thing is older than every cluster that could have made it. Empty when one of them is
   * older, or does not tell its age, or when there is none.
   */
  Optional<ProbableCause> olderThan(Optional<Instant> createdAt, Set<String> clusters) {
    boolean older =
        !clusters.isEmpty()
            && clusters.stream()
                .allMatch(
                    cluster ->
                        age(cluster)
                            .filter(born -> createdAt.filter(born::isAfter).isPresent())
                            .isPresent());
    return older
        ? Optional.of(
            new ProbableCause(
                Cause.CLUSTER_REBUILT,
                "it was created %s, before %s"
                    .formatted(
                        createdAt.orElseThrow(),
                        clusters.stream()
                            .sorted()
                            .map(this::birth)
                            .collect(Collectors.joining(", ")))))
        : Optional.empty();
  }

  private Optional<Instant> age(String cluster) {
    return Optional.ofNullable(today.get(cluster)).flatMap(Namespace::createdAt);
  }

  private String birth(String cluster) {
    return "%s (%s)".formatted(cluster, age(cluster).orElseThrow());
  }
}
