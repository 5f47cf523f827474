package dev.poolkeeper.writers.kubernetes;

import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.proposal.Action;
import dev.poolkeeper.processors.proposal.Expectation;
import dev.poolkeeper.processors.proposal.Hand;
import dev.poolkeeper.processors.proposal.HandFailure;
import dev.poolkeeper.processors.proposal.HandFailure.Kind;
import dev.poolkeeper.processors.proposal.Step;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries out steps in one cluster. A deletion names the uid and the version of what was looked at,
 * so that the API server refuses it for anything else. What has finalizers goes when whoever set
 * them has done his part; until then it is not done.
 */
public final class ClusterHand implements Hand {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Waits before a deletion is looked at once more. */
  @FunctionalInterface
  public interface Pauses {

    /** Waits; false when it is not worth any longer. */
    boolean pause(int time);
  }

  private final ClusterPort cluster;
  private final Predicate<String> secret;
  private final Pauses pauses;
  private final Map<Action, Thing> things;

  /**
   * @param secret whether the name of a volume attribute says that it is a secret, which is never
   *     remembered
   */
  public ClusterHand(ClusterPort cluster, Predicate<String> secret, Pauses pauses) {
    this.cluster = cluster;
    this.secret = secret;
    this.pauses = pauses;
    Contents contents = new Contents(cluster);
    this.things =
        Map.of(
            Action.DELETE_PERSISTENT_VOLUME,
            new Volumes(cluster),
            Action.DELETE_SNAPSHOT_CONTENT,
            contents,
            Action.DELETE_CONTENT_AND_SNAPSHOT,
            contents,
            Action.DELETE_VOLUME_SNAPSHOT,
            new Snapshots(cluster));
  }

  /** Whether it is something that is done in a cluster. */
  public static boolean supports(Action action) {
    return switch (action) {
      case DELETE_PERSISTENT_VOLUME,
          DELETE_SNAPSHOT_CONTENT,
          DELETE_CONTENT_AND_SNAPSHOT,
          DELETE_VOLUME_SNAPSHOT ->
          true;
      case DELETE_NFS_SHARE,
          DELETE_SMB_SHARE,
          DELETE_TARGET_EXTENT,
          DELETE_ISCSI_EXTENT,
          DELETE_ISCSI_TARGET,
          DELETE_NVME_NAMESPACE,
          MARK_DATASET,
          MAKE_READ_ONLY,
          DESTROY_SNAPSHOT,
          DESTROY_DATASET ->
          false;
    };
  }

  private Thing thing(Step step) {
    Thing thing = things.get(step.action());
    if (thing == null) {
      throw refused(step, "nothing that is done in a cluster");
    }
    return thing;
  }

  private static HandFailure refused(Step step, String why) {
    return new HandFailure(Kind.REFUSED, step.words() + ": " + why);
  }

  private Optional<JsonNode> find(Step step) {
    return cluster.get(thing(step).kind(), step.target().name());
  }

  private JsonNode require(Step step) {
    return find(step).orElseThrow(() -> refused(step, "it is not there"));
  }

  @Override
  public Optional<SortedMap<String, String>> look(Step step) {
    return find(step).map(thing(step)::told);
  }

  @Override
  public Optional<String> obstacle(Step step) {
    return obstacle(step, Set.of());
  }

  @Override
  public Optional<String> obstacle(Step step, Set<Subject> before) {
    Optional<JsonNode> found = find(step);
    return found.flatMap(ClusterHand::going).or(() -> kept(step, found, before));
  }

  private Optional<String> kept(Step step, Optional<JsonNode> found, Set<Subject> before) {
    return found.flatMap(object -> thing(step).kept(step, object, before));
  }

  private static Optional<String> going(JsonNode object) {
    return Optional.of(object.path("metadata"))
        .filter(metadata -> metadata.hasNonNull("deletionTimestamp"))
        .map(
            metadata ->
                "it is being deleted already, and waits for "
                    + metadata.path("finalizers").values().stream()
                        .map(JsonNode::asString)
                        .collect(Collectors.joining(", ")));
  }

  @Override
  public String remember(Step step) {
    return Manifest.remembered(require(step), secret).toString();
  }

  @Override
  public void act(Step step) {
    JsonNode object = require(step);
    SortedMap<String, String> differences = step.differences(thing(step).told(object));
    if (!differences.isEmpty()) {
      throw refused(step, "it is not what was planned for: " + differences);
    }
    kept(step, Optional.of(object), Set.of())
        .ifPresent(
            why -> {
              throw refused(step, why);
            });
    ObjectNode options = JsonNodeFactory.instance.objectNode();
    options.put("kind", "DeleteOptions").put("apiVersion", "v1");
    options.put("propagationPolicy", "Background");
    options
        .putObject("preconditions")
        .put("uid", Manifest.text(object, "metadata", "uid"))
        .put("resourceVersion", Manifest.text(object, "metadata", "resourceVersion"));
    cluster.delete(thing(step).kind(), step.target().name(), options);
  }

  /** Another object that has taken its name since says that ours is gone. */
  @Override
  public boolean done(Step step) {
    for (int time = 0; ; time++) {
      Optional<JsonNode> ours =
          find(step).filter(object -> step.differences(identity(step, object)).isEmpty());
      boolean going = ours.flatMap(ClusterHand::going).isPresent();
      if (!going || !pauses.pause(time)) {
        return ours.isEmpty();
      }
    }
  }

  /** What makes it itself: its uid, where one was planned for. */
  private static Map<String, String> identity(Step step, JsonNode object) {
    Map<String, String> identity = new HashMap<>(step.expected());
    if (identity.containsKey(Expectation.UID)) {
      identity.put(Expectation.UID, Manifest.text(object, "metadata", "uid"));
    }
    return identity;
  }

  @Override
  public void undo(Step step, String remembered) {
    Thing thing = thing(step);
    if (!step.action().reversible()) {
      throw refused(step, "the snapshot that its driver destroyed cannot be made again");
    }
    JsonNode known = tree(step, remembered);
    ObjectNode again = Manifest.again(known);
    if (!Manifest.text(again, "metadata", "name").equals(name(step))
        || !again.path("spec").isObject()) {
      throw refused(step, "what was remembered is of something else");
    }
    thing.prepare(step, again, known);
    if (isBack(step, again)) {
      return;
    }
    cluster.create(thing.kind(), again);
    if (!isBack(step, again)) {
      throw new HandFailure(
          Kind.UNKNOWN, step.words() + ": it was made again, and is not there afterwards");
    }
  }

  private static String name(Step step) {
    String name = step.target().name();
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private boolean isBack(Step step, ObjectNode again) {
    Optional<JsonNode> found = find(step);
    found
        .flatMap(ClusterHand::going)
        .ifPresent(
            why -> {
              throw refused(step, why);
            });
    found
        .filter(object -> !thing(step).stands(object, again))
        .ifPresent(
            other -> {
              throw refused(step, "another of that name is there");
            });
    return found.isPresent();
  }

  private static JsonNode tree(Step step, String remembered) {
    try {
      return JSON.readTree(remembered);
    } catch (JacksonException noJson) {
      throw refused(step, "what was remembered is no JSON");
    }
  }

  @Override
  public void close() {
    cluster.close();
  }
}
