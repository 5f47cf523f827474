package dev.poolkeeper.writers.nas;

import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.proposal.Action;
import dev.poolkeeper.processors.proposal.Step;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The user property that says that a dataset waits for its end. CORE cannot set it through the
 * method that the others have, and is left without.
 */
final class Marks extends DatasetPart {

  private static final String BEFORE = "mark";

  private final String mark;

  Marks(NasQuestions nas, DatasetFacts facts, String mark) {
    super(nas, facts);
    this.mark = mark;
  }

  /**
   * The mark that the dataset bears itself, or inherits where the release does not tell them apart.
   */
  private static Optional<String> mark(JsonNode row) {
    JsonNode property = row.path("user_properties").path(Action.QUARANTINE_MARK);
    return Trees.value(property, "source").equals("INHERITED")
        ? Optional.empty()
        : Trees.property(row.path("user_properties"), Action.QUARANTINE_MARK);
  }

  @Override
  public Optional<String> obstacle(Step step, Set<Subject> before) {
    if (nas().core()) {
      return Optional.of("TrueNAS CORE cannot set user properties of datasets this way");
    }
    return facts()
        .find(id(step))
        .flatMap(Marks::mark)
        .filter(other -> !other.equals(mark))
        .map("it is quarantined already, by %s"::formatted);
  }

  @Override
  public ObjectNode remember(Step step) {
    ObjectNode remembered = Trees.object();
    mark(present(step))
        .ifPresentOrElse(value -> remembered.put(BEFORE, value), () -> remembered.putNull(BEFORE));
    return remembered;
  }

  @Override
  public void act(Step step) {
    change(step, Trees.object().put("key", Action.QUARANTINE_MARK).put("value", mark));
  }

  private void change(Step step, ObjectNode property) {
    ObjectNode update = Trees.object();
    update.putArray("user_properties_update").add(property);
    nas().change("pool.dataset.update", Trees.text(id(step)), update);
  }

  @Override
  public boolean done(Step step) {
    return facts().find(id(step)).flatMap(Marks::mark).filter(mark::equals).isPresent();
  }

  /** Takes away the plan's own mark only. */
  @Override
  public void undo(Step step, JsonNode remembered) {
    if (mark(present(step)).filter(mark::equals).isEmpty()) {
      return;
    }
    Optional<String> before = Trees.value(remembered.path(BEFORE)).filter(old -> !old.equals(mark));
    ObjectNode property = Trees.object().put("key", Action.QUARANTINE_MARK);
    before.ifPresentOrElse(
        value -> property.put("value", value), () -> property.put("remove", true));
    change(step, property);
    if (done(step)) {
      throw Refusal.of(step, "its mark is still there after it was taken away");
    }
  }
}
