package dev.poolkeeper.writers.proposal;

import dev.poolkeeper.processors.proposal.Action;
import dev.poolkeeper.processors.proposal.Expectation;
import dev.poolkeeper.processors.proposal.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a step is done by hand: the call that shows its target, where in the answer is what the plan
 * expects, and the call that acts. Methods and fields as TrueNAS names them (midclt), and kubectl.
 *
 * @param look words of the command that prints the target as JSON; of a TrueNAS a list
 * @param facts jq expressions by what they tell, over the target's own object
 * @param act words of the command that does it
 */
record StepCommands(List<String> look, Map<String, String> facts, List<String> act) {

  /** Stands for the service that has snapshots, which depends on the release. */
  static final String SNAPSHOTS = "@snapshots@";

  private static final JsonMapper JSON = new JsonMapper();

  private static final String DATASET_TYPE = ".type | ascii_downcase";
  private static final String ORIGIN =
      "(.origin.rawvalue // .origin.value // \"\") | if . == \"\" then \"-\" else . end";
  private static final String ZVOL = " | sub(\"^(/dev/)?zvol/\"; \"\") | gsub(\"[+]\"; \" \")";

  /**
   * @param mark what a quarantined dataset is marked with
   */
  static StepCommands of(Step step, String mark) {
    return switch (step.action()) {
      case DELETE_NFS_SHARE,
          DELETE_SMB_SHARE,
          DELETE_TARGET_EXTENT,
          DELETE_ISCSI_EXTENT,
          DELETE_ISCSI_TARGET,
          DELETE_NVME_NAMESPACE ->
          serving(step, step.expected().getOrDefault(Expectation.ID, ""));
      case MARK_DATASET, MAKE_READ_ONLY, DESTROY_DATASET, DESTROY_SNAPSHOT ->
          zfs(step, step.target().name(), mark);
      case DELETE_PERSISTENT_VOLUME,
          DELETE_SNAPSHOT_CONTENT,
          DELETE_CONTENT_AND_SNAPSHOT,
          DELETE_VOLUME_SNAPSHOT ->
          cluster(step, step.target().name());
    };
  }

  private static StepCommands serving(Step step, String id) {
    return switch (step.action()) {
      case DELETE_NFS_SHARE ->
          row("sharing.nfs", id, Map.of(Expectation.PATH, ".path // .paths[0]"), List.of());
      case DELETE_SMB_SHARE ->
          row(
              "sharing.smb",
              id,
              Map.of(Expectation.NAME, ".name", Expectation.PATH, ".path"),
              List.of());
      case DELETE_TARGET_EXTENT ->
          row(
              "iscsi.targetextent",
              id,
              Map.of(
                  Expectation.TARGET, ".target",
                  Expectation.EXTENT, ".extent",
                  Expectation.LUN, ".lunid"),
              List.of("false"));
      case DELETE_ISCSI_EXTENT ->
          row(
              "iscsi.extent",
              id,
              Map.of(Expectation.NAME, ".name", Expectation.DATASET, ".disk" + ZVOL),
              List.of("false", "false"));
      case DELETE_ISCSI_TARGET ->
          row("iscsi.target", id, Map.of(Expectation.NAME, ".name"), List.of("false"));
      case DELETE_NVME_NAMESPACE ->
          row(
              "nvmet.namespace",
              id,
              Map.of(Expectation.DATASET, ".device_path" + ZVOL, Expectation.NQN, ".subsys.subnqn"),
              List.of(json(Map.of("remove", false))));
      default -> throw new IllegalArgumentException(step.action().word());
    };
  }

  private static StepCommands zfs(Step step, String name, String mark) {
    return switch (step.action()) {
      case MARK_DATASET ->
          dataset(
              name,
              List.of(
                  "pool.dataset.update",
                  name,
                  json(
                      Map.of(
                          "user_properties_update",
                          List.of(Map.of("key", Action.QUARANTINE_MARK, "value", mark))))));
      case MAKE_READ_ONLY ->
          dataset(name, List.of("pool.dataset.update", name, json(Map.of("readonly", "ON"))));
      case DESTROY_DATASET ->
          dataset(
              name, List.of("pool.dataset.delete", name, "{\"recursive\":false,\"force\":false}"));
      case DESTROY_SNAPSHOT ->
          new StepCommands(
              nas(SNAPSHOTS + ".query", filter("id", name)),
              Map.of(Expectation.CREATE_TXG, ".createtxg // .properties.createtxg.rawvalue"),
              nas(SNAPSHOTS + ".delete", name, "{\"defer\":false,\"recursive\":false}"));
      default -> throw new IllegalArgumentException(step.action().word());
    };
  }

  private static StepCommands cluster(Step step, String name) {
    return switch (step.action()) {
      case DELETE_PERSISTENT_VOLUME ->
          kubernetes(
              "persistentvolume",
              List.of(name),
              Map.of(
                  Expectation.UID, ".metadata.uid",
                  Expectation.PHASE, ".status.phase",
                  Expectation.POLICY, ".spec.persistentVolumeReclaimPolicy",
                  Expectation.HANDLE, ".spec.csi.volumeHandle"));
      case DELETE_SNAPSHOT_CONTENT, DELETE_CONTENT_AND_SNAPSHOT ->
          kubernetes(
              "volumesnapshotcontent",
              List.of(name),
              Map.of(
                  Expectation.POLICY, ".spec.deletionPolicy",
                  Expectation.HANDLE, ".status.snapshotHandle",
                  Expectation.CREATED, ".metadata.creationTimestamp | fromdateiso8601"));
      case DELETE_VOLUME_SNAPSHOT -> {
        int slash = name.indexOf('/');
        yield kubernetes(
            "volumesnapshot",
            List.of("-n", name.substring(0, slash), name.substring(slash + 1)),
            Map.of(Expectation.UID, ".metadata.uid"));
      }
      default -> throw new IllegalArgumentException(step.action().word());
    };
  }

  private static StepCommands row(
      String service, String id, Map<String, String> facts, List<String> more) {
    List<String> act = new ArrayList<>(nas(service + ".delete", id));
    act.addAll(more);
    return new StepCommands(
        nas(service + ".query", "[[\"id\",\"=\"," + id + "]]"), facts, List.copyOf(act));
  }

  private static StepCommands dataset(String name, List<String> call) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(Expectation.TYPE, DATASET_TYPE);
    facts.put(Expectation.ORIGIN, ORIGIN);
    facts.put(Expectation.CREATED, ".creation.rawvalue");
    return new StepCommands(
        nas("pool.dataset.query", filter("id", name)),
        facts,
        nas(call.get(0), call.subList(1, call.size()).toArray(String[]::new)));
  }

  private static StepCommands kubernetes(
      String kind, List<String> which, Map<String, String> facts) {
    List<String> look = new ArrayList<>(List.of("get", kind));
    look.addAll(which);
    look.addAll(List.of("-o", "json"));
    List<String> act = new ArrayList<>(List.of("delete", kind));
    act.addAll(which);
    return new StepCommands(List.copyOf(look), facts, List.copyOf(act));
  }

  private static List<String> nas(String method, String... params) {
    List<String> words = new ArrayList<>(List.of("call", method));
    words.addAll(List.of(params));
    return List.copyOf(words);
  }

  private static String filter(String field, String value) {
    return json(List.of(List.of(field, "=", value)));
  }

  private static String json(Object value) {
    return JSON.writeValueAsString(value);
  }
}
