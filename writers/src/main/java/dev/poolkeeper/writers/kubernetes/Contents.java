package dev.poolkeeper.writers.kubernetes;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.proposal.Action;
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
 * VolumeSnapshotContents. One that is made again names the snapshot that is there: as it was made
 * at first, from a volume, its driver would take a new one.
 */
final class Contents implements Thing {

  private static final String DELETE = "Delete";

  private final ClusterPort cluster;

  Contents(ClusterPort cluster) {
    this.cluster = cluster;
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.VOLUME_SNAPSHOT_CONTENT;
  }

  @Override
  public SortedMap<String, String> told(JsonNode object) {
    SortedMap<String, String> told = new TreeMap<>();
    told.put(Expectation.UID, Manifest.text(object, "metadata", "uid"));
    told.put(Expectation.POLICY, Manifest.text(object, "spec", "deletionPolicy"));
    handle(object).ifPresent(handle -> told.put(Expectation.HANDLE, handle));
    return told;
  }

  private static Optional<String> handle(JsonNode object) {
    return Optional.of(Manifest.text(object, "status", "snapshotHandle"))
        .filter(handle -> !handle.isEmpty())
        .or(() -> Optional.of(Manifest.text(object, "spec", "source", "snapshotHandle")))
        .filter(handle -> !handle.isEmpty());
  }

  private static String snapshot(JsonNode object) {
    JsonNode reference = object.path("spec").path("volumeSnapshotRef");
    return Manifest.text(reference, "namespace") + "/" + Manifest.text(reference, "name");
  }

  @Override
  public Optional<String> kept(Step step, JsonNode object, Set<Subject> before) {
    boolean deletes = Manifest.text(object, "spec", "deletionPolicy").equals(DELETE);
    if (step.action() == Action.DELETE_CONTENT_AND_SNAPSHOT && !deletes) {
      return Optional.of("its deletion policy is not Delete: the snapshot would stay");
    }
    String name = snapshot(object);
    Subject snapshot = Subject.of(step.target().source(), ObjectKind.VOLUME_SNAPSHOT, name);
    if (before.contains(snapshot)) {
      return Optional.empty();
    }
    return find(object)
        .map(
            found ->
                "the VolumeSnapshot " + Manifest.text(found, "metadata", "name") + " is there");
  }

  /** The VolumeSnapshot that it belongs to; one of that name with another uid is another. */
  private Optional<JsonNode> find(JsonNode object) {
    String name = snapshot(object);
    String uid = Manifest.text(object, "spec", "volumeSnapshotRef", "uid");
    return name.startsWith("/") || name.endsWith("/")
        ? Optional.empty()
        : cluster
            .get(ObjectKind.VOLUME_SNAPSHOT, name)
            .filter(found -> uid.isEmpty() || Manifest.text(found, "metadata", "uid").equals(uid));
  }

  @Override
  public void prepare(Step step, ObjectNode again, JsonNode remembered) {
    String handle =
        handle(remembered.path("object"))
            .orElseThrow(
                () ->
                    new HandFailure(
                        Kind.REFUSED,
                        step.words()
                            + ": it had no snapshot, and made again it would take a new one"));
    ObjectNode spec = (ObjectNode) again.path("spec");
    spec.putObject("source").put("snapshotHandle", handle);
    spec.put("deletionPolicy", "Retain");
    if (find(again).isEmpty() && spec.path("volumeSnapshotRef") instanceof ObjectNode reference) {
      // a VolumeSnapshot that is made again has another uid, and could not be bound to this one
      reference.remove("uid");
    }
  }

  @Override
  public boolean stands(JsonNode object, ObjectNode again) {
    return handle(object).equals(handle(again));
  }
}
