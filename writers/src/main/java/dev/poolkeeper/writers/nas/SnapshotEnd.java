package dev.poolkeeper.writers.nas;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.proposal.Expectation;
import dev.poolkeeper.processors.proposal.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The destruction of one snapshot that nobody holds and nothing is a clone of. */
final class SnapshotEnd implements Part {

  private final NasQuestions nas;
  private final DatasetFacts facts;

  SnapshotEnd(NasQuestions nas, DatasetFacts facts) {
    this.nas = nas;
    this.facts = facts;
  }

  private static String id(Step step) {
    return step.target().name();
  }

  private Optional<ObjectNode> find(Step step) {
    ObjectNode options = Trees.object();
    ObjectNode extra = options.putObject("extra");
    extra.put("holds", true).putArray("properties").add("creation");
    if (!nas.secretive()) {
      extra.withArray("properties").add("userrefs");
    }
    Optional<ObjectNode> found =
        facts
            .snapshotRows(
                Trees.filter("id", Trees.text(id(step))), nas.core() ? Trees.object() : options)
            .stream()
            .filter(row -> Trees.value(row, "id").equals(id(step)))
            .findFirst();
    if (found.isEmpty()) {
      facts.requireVisible(id(step));
    }
    return found;
  }

  private static SortedMap<String, String> told(JsonNode row) {
    SortedMap<String, String> told = new TreeMap<>();
    Trees.property(row, "creation").ifPresent(seconds -> told.put(Expectation.CREATED, seconds));
    Trees.property(row, "createtxg").ifPresent(group -> told.put(Expectation.CREATE_TXG, group));
    return told;
  }

  @Override
  public Optional<SortedMap<String, String>> look(Step step) {
    return find(step).map(SnapshotEnd::told);
  }

  @Override
  public Optional<String> obstacle(Step step, Set<Subject> before) {
    return find(step).flatMap(row -> holds(step, row)).or(() -> clones(step, before));
  }

  /** From 26 on the row hides the holds of others, and another question tells them. */
  private Optional<String> holds(Step step, JsonNode row) {
    ObjectNode argument = Trees.object();
    argument.putArray("paths").add(id(step));
    argument.put("recursive", false).put("get_holds", true).putNull("properties");
    Optional<JsonNode> modern = nas.answer(DatasetFacts.RESOURCE_SNAPSHOTS, argument);
    if (modern.isPresent()) {
      return held(Trees.texts(modern.get().path(0).path("holds")).toList());
    }
    List<String> tags = row.path("holds").properties().stream().map(hold -> hold.getKey()).toList();
    Optional<String> references = Trees.property(row, "userrefs");
    if (!tags.isEmpty()) {
      return held(tags);
    }
    if (references.isEmpty() && !row.path("holds").isObject()) {
      throw Refusal.untold(step, "whether somebody holds it is not told");
    }
    return references.filter(count -> !count.equals("0")).map("%s holds are on it"::formatted);
  }

  private static Optional<String> held(List<String> tags) {
    return DatasetPart.some("it is held, by %d tags", tags);
  }

  private Optional<String> clones(Step step, Set<Subject> before) {
    List<String> clones =
        facts.poolOf(id(step)).stream()
            .filter(node -> node.origin().equals(id(step)))
            .map(DatasetFacts.Node::id)
            .filter(
                clone ->
                    !before.contains(Subject.of(step.target().source(), ObjectKind.DATASET, clone)))
            .toList();
    return DatasetPart.some("%d datasets are clones of it", clones);
  }

  @Override
  public ObjectNode remember(Step step) {
    ObjectNode remembered = Trees.object();
    remembered.set("row", find(step).orElseThrow(() -> Refusal.gone(step)));
    return remembered;
  }

  @Override
  public void act(Step step) {
    ObjectNode options = Trees.object().put("defer", false);
    if (!nas.core()) {
      options.put("recursive", false);
    }
    nas.change(service() + ".delete", Trees.text(id(step)), options);
  }

  private String service() {
    return nas.answer("pool.snapshot.query", Trees.filter("id", Trees.text("none")), Trees.object())
            .isPresent()
        ? "pool.snapshot"
        : "zfs.snapshot";
  }

  @Override
  public boolean done(Step step) {
    return find(step).filter(row -> step.differences(told(row)).isEmpty()).isEmpty();
  }

  @Override
  public void undo(Step step, JsonNode remembered) {
    throw Refusal.of(step, "a snapshot that was destroyed cannot be made again");
  }
}
