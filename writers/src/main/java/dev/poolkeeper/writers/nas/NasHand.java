package dev.poolkeeper.writers.nas;

import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.proposal.Action;
import dev.poolkeeper.processors.proposal.Hand;
import dev.poolkeeper.processors.proposal.Step;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Carries out steps on one TrueNAS, of any release that is known. */
public final class NasHand implements Hand {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final NasPort port;
  private final Map<Action, Part> parts = new EnumMap<>(Action.class);

  /**
   * @param mark what a dataset in quarantine bears as {@link Action#QUARANTINE_MARK}
   */
  public NasHand(NasPort port, String mark) {
    this.port = port;
    NasQuestions nas = new NasQuestions(port);
    DatasetFacts datasets = new DatasetFacts(nas);
    IscsiUse iscsi = new IscsiUse(nas);
    parts.put(Action.DELETE_NFS_SHARE, new NfsShares(nas));
    parts.put(Action.DELETE_SMB_SHARE, new SmbShares(nas, datasets));
    parts.put(Action.DELETE_TARGET_EXTENT, new Links(nas, iscsi));
    parts.put(Action.DELETE_ISCSI_EXTENT, new Extents(nas, iscsi));
    parts.put(Action.DELETE_ISCSI_TARGET, new Targets(nas, iscsi));
    parts.put(Action.DELETE_NVME_NAMESPACE, new Namespaces(nas));
    parts.put(Action.MARK_DATASET, new Marks(nas, datasets, mark));
    parts.put(Action.MAKE_READ_ONLY, new ReadOnly(nas, datasets));
    parts.put(Action.DESTROY_SNAPSHOT, new SnapshotEnd(nas, datasets));
    parts.put(Action.DESTROY_DATASET, new DatasetEnd(nas, datasets));
  }

  /**
   * Whether a release can do it, so that a plan leaves out what it cannot.
   *
   * @param version as the system tells it, {@code TrueNAS-13.0-U6.8}
   */
  public static boolean supports(Action action, String version) {
    return switch (action) {
      case MARK_DATASET -> !NasQuestions.core(version);
      case DELETE_NFS_SHARE,
          DELETE_SMB_SHARE,
          DELETE_TARGET_EXTENT,
          DELETE_ISCSI_EXTENT,
          DELETE_ISCSI_TARGET,
          DELETE_NVME_NAMESPACE,
          MAKE_READ_ONLY,
          DESTROY_SNAPSHOT,
          DESTROY_DATASET ->
          true;
      case DELETE_PERSISTENT_VOLUME,
          DELETE_SNAPSHOT_CONTENT,
          DELETE_VOLUME_SNAPSHOT,
          DELETE_CONTENT_AND_SNAPSHOT ->
          false;
    };
  }

  private Part part(Step step) {
    Part part = parts.get(step.action());
    if (part == null) {
      throw Refusal.of(step, "nothing that is done on a TrueNAS");
    }
    return part;
  }

  /** What the system calls its release. */
  public String version() {
    return port.version();
  }

  /** What tells this TrueNAS from another behind the same name; empty when it is not told. */
  public Optional<String> hostId() {
    return port.read("system.host_id", List.of()).flatMap(Trees::value);
  }

  @Override
  public Optional<SortedMap<String, String>> look(Step step) {
    return part(step).look(step);
  }

  @Override
  public Optional<String> obstacle(Step step) {
    return obstacle(step, Set.of());
  }

  @Override
  public Optional<String> obstacle(Step step, Set<Subject> before) {
    return part(step).obstacle(step, before);
  }

  @Override
  public String remember(Step step) {
    return part(step).remember(step).toString();
  }

  /** What it is and what is in its way is asked once more, right before. */
  @Override
  public void act(Step step) {
    Part part = part(step);
    Refusal.unlessAsExpected(step, part.look(step).orElseThrow(() -> Refusal.gone(step)));
    part.obstacle(step, Set.of())
        .ifPresent(
            why -> {
              throw Refusal.of(step, why);
            });
    part.act(step);
  }

  @Override
  public boolean done(Step step) {
    return part(step).done(step);
  }

  @Override
  public void undo(Step step, String remembered) {
    part(step).undo(step, tree(step, remembered));
  }

  private static JsonNode tree(Step step, String remembered) {
    try {
      return JSON.readTree(remembered);
    } catch (JacksonException noJson) {
      throw Refusal.of(step, "what was remembered is no JSON");
    }
  }

  @Override
  public void close() {
    port.close();
  }
}
