package dev.poolkeeper.writers.kubernetes;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.proposal.Expectation;
import dev.poolkeeper.processors.proposal.Step;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * PersistentVolumes whose data stay when they go. The uid of the claim that they were bound to is
 * kept when they are made again: without it they would bind the next claim of that name.
 */
final class Volumes implements Thing {

  private static final String RETAIN = "Retain";

  private final ClusterPort cluster;

  Volumes(ClusterPort cluster) {
    this.cluster = cluster;
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.PERSISTENT_VOLUME;
  }

  @Override
  public SortedMap<String, String> told(JsonNode object) {
    SortedMap<String, String> told = new TreeMap<>();
    told.put(Expectation.UID, Manifest.text(object, "metadata", "uid"));
    told.put(Expectation.PHASE, Manifest.text(object, "status", "phase"));
    told.put(Expectation.POLICY, policy(object));
    String handle = Manifest.text(object, "spec", "csi", "volumeHandle");
    if (!handle.isEmpty()) {
      told.put(Expectation.HANDLE, handle);
    }
    return told;
  }

  private static String policy(JsonNode object) {
    String policy = Manifest.text(object, "spec", "persistentVolumeReclaimPolicy");
    return policy.isEmpty() ? RETAIN : policy;
  }

  @Override
  public Optional<String> kept(Step step, JsonNode object, Set<Subject> before) {
    if (!policy(object).equals(RETAIN)) {
      return Optional.of(
          "its reclaim policy is %s: the driver would destroy its data".formatted(policy(object)));
    }
    String phase = Manifest.text(object, "status", "phase");
    JsonNode claim = object.path("spec").path("claimRef");
    String name = Manifest.text(claim, "namespace") + "/" + Manifest.text(claim, "name");
    if (phase.equals("Bound")) {
      return Optional.of("the claim " + name + " is bound to it");
    }
    return claimThere(claim, name).or(() -> attached(object));
  }

  private Optional<String> claimThere(JsonNode claim, String name) {
    String uid = Manifest.text(claim, "uid");
    return uid.isEmpty()
        ? Optional.empty()
        : cluster
            .get(ObjectKind.PERSISTENT_VOLUME_CLAIM, name)
            .filter(found -> Manifest.text(found, "metadata", "uid").equals(uid))
            .map(found -> "its claim " + name + " is there");
  }

  private Optional<String> attached(JsonNode object) {
    String name = Manifest.text(object, "metadata", "name");
    return cluster.list(ObjectKind.VOLUME_ATTACHMENT).stream()
        .filter(
            attachment ->
                Manifest.text(attachment, "spec", "source", "persistentVolumeName").equals(name))
        .map(
            attachment -> "it is attached to node " + Manifest.text(attachment, "spec", "nodeName"))
        .findFirst();
  }

  /** Whatever happens to it, its data are kept. */
  @Override
  public void prepare(Step step, ObjectNode again, JsonNode remembered) {
    ((ObjectNode) again.path("spec")).put("persistentVolumeReclaimPolicy", RETAIN);
  }

  @Override
  public boolean stands(JsonNode object, ObjectNode again) {
    return Manifest.text(object, "spec", "csi", "volumeHandle")
            .equals(Manifest.text(again, "spec", "csi", "volumeHandle"))
        && object.path("spec").path("nfs").equals(again.path("spec").path("nfs"))
        && object.path("spec").path("iscsi").equals(again.path("spec").path("iscsi"));
  }
}
