package dev.poolkeeper.writers.kubernetes;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.proposal.Expectation;
import dev.poolkeeper.processors.proposal.HandFailure;
import dev.poolkeeper.processors.proposal.HandFailure.Kind;
import dev.poolkeeper.processors.proposal.Step;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * VolumeSnapshots. One that is made again is bound to the content that it had: as it was made at
 * first, from a claim, it would take a new snapshot.
 */
final class Snapshots implements Thing {

  private final ClusterPort cluster;

  Snapshots(ClusterPort cluster) {
    this.cluster = cluster;
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.VOLUME_SNAPSHOT;
  }

  @Override
  public SortedMap<String, String> told(JsonNode object) {
    SortedMap<String, String> told = new TreeMap<>();
    told.put(Expectation.UID, Manifest.text(object, "metadata", "uid"));
    return told;
  }

  /** A claim that is being filled from it. */
  @Override
  public Optional<String> kept(Step step, JsonNode object, Set<Subject> before) {
    String namespace = Manifest.text(object, "metadata", "namespace");
    String name = Manifest.text(object, "metadata", "name");
    return cluster.list(ObjectKind.PERSISTENT_VOLUME_CLAIM).stream()
        .filter(claim -> Manifest.text(claim, "metadata", "namespace").equals(namespace))
        .filter(claim -> Manifest.text(claim, "status", "phase").equals("Pending"))
        .filter(claim -> source(claim, name))
        .map(
            claim ->
                "the claim %s waits for it".formatted(Manifest.text(claim, "metadata", "name")))
        .findFirst();
  }

  private static boolean source(JsonNode claim, String name) {
    JsonNode source = claim.path("spec").path("dataSource");
    return Manifest.text(source, "kind").equals("VolumeSnapshot")
        && Manifest.text(source, "name").equals(name);
  }

  @Override
  public void prepare(Step step, ObjectNode again, JsonNode remembered) {
    String bound = Manifest.text(Manifest.status(remembered), "boundVolumeSnapshotContentName");
    String content =
        bound.isEmpty()
            ? Manifest.text(again, "spec", "source", "volumeSnapshotContentName")
            : bound;
    if (content.isEmpty()) {
      throw new HandFailure(
          Kind.REFUSED,
          step.words() + ": it had no content, and made again it would take a new snapshot");
    }
    ((ObjectNode) again.path("spec")).putObject("source").put("volumeSnapshotContentName", content);
  }

  @Override
  public boolean stands(JsonNode object, ObjectNode again) {
    return content(object).equals(content(again));
  }

  private static String content(JsonNode object) {
    String bound = Manifest.text(object, "status", "boundVolumeSnapshotContentName");
    return bound.isEmpty()
        ? Manifest.text(object, "spec", "source", "volumeSnapshotContentName")
        : bound;
  }
}
