package dev.poolkeeper.writers.nas;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.proposal.Expectation;
import dev.poolkeeper.processors.proposal.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The destruction of one dataset that nothing uses and nothing hangs on. Where the release has a
 * method that says when it failed, that one is called: {@code pool.dataset.delete} of 26 says yes
 * to everything.
 */
final class DatasetEnd extends DatasetPart {

  DatasetEnd(NasQuestions nas, DatasetFacts facts) {
    super(nas, facts);
  }

  @Override
  public Optional<String> obstacle(Step step, Set<Subject> before) {
    String dataset = id(step);
    if (facts().find(dataset).isEmpty()) {
      return Optional.empty();
    }
    return children(step, before)
        .or(() -> clones(step, before))
        .or(() -> snapshots(step, before))
        .or(() -> new Uses(facts()).inTheWay(step, before, true));
  }

  private Optional<String> clones(Step step, Set<Subject> before) {
    String dataset = id(step);
    return some(
        "%d datasets are clones of its snapshots",
        facts().poolOf(dataset).stream()
            .filter(node -> node.origin().startsWith(dataset + "@"))
            .map(DatasetFacts.Node::id)
            .filter(clone -> !before.contains(subject(step, ObjectKind.DATASET, clone)))
            .toList());
  }

  private Optional<String> snapshots(Step step, Set<Subject> before) {
    List<String> kept =
        facts().snapshots(id(step)).stream()
            .filter(name -> !before.contains(subject(step, ObjectKind.ZFS_SNAPSHOT, name)))
            .toList();
    return some("it has %d snapshots", kept);
  }

  private static Subject subject(Step step, ObjectKind kind, String name) {
    return Subject.of(step.target().source(), kind, name);
  }

  @Override
  public ObjectNode remember(Step step) {
    ObjectNode remembered = Trees.object();
    remembered.set("row", present(step));
    return remembered;
  }

  /** Nothing may be in the way by now: up to 25.10 a refused deletion has taken the shares away. */
  @Override
  public void act(Step step) {
    String dataset = id(step);
    if (destroyTellsFailure(dataset)) {
      nas()
          .change(
              "zfs.resource.destroy", Trees.object().put("path", dataset).put("recursive", false));
    } else {
      nas()
          .change(
              "pool.dataset.delete",
              Trees.text(dataset),
              Trees.object().put("recursive", false).put("force", false));
    }
  }

  /** From 26 on; both methods came together. */
  private boolean destroyTellsFailure(String dataset) {
    ObjectNode argument = Trees.object();
    argument.putArray("paths").add(dataset);
    argument.put("recursive", false).putNull("properties");
    return nas().answer(DatasetFacts.RESOURCE_SNAPSHOTS, argument).isPresent();
  }

  /** Another dataset that has taken its name since says that ours is gone. */
  @Override
  public boolean done(Step step) {
    String created = step.expected().getOrDefault(Expectation.CREATED, "");
    return facts()
        .find(id(step))
        .filter(
            row ->
                created.isEmpty()
                    || Trees.property(row, "creation").filter(at -> !at.equals(created)).isEmpty())
        .isEmpty();
  }

  @Override
  public void undo(Step step, JsonNode remembered) {
    throw Refusal.of(step, "a dataset that was destroyed cannot be made again");
  }
}
