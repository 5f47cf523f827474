package dev.poolkeeper.writers.nas;

import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.proposal.Step;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The property {@code readonly}, which goes back to being inherited where it was. */
final class ReadOnly extends DatasetPart {

  private static final String PROPERTY = "readonly";
  private static final String SOURCE = "source";
  private static final Set<String> NOT_ITS_OWN = Set.of("INHERITED", "DEFAULT");

  ReadOnly(NasQuestions nas, DatasetFacts facts) {
    super(nas, facts);
  }

  private static boolean on(JsonNode row) {
    String value = Trees.property(row, PROPERTY).orElse("").toLowerCase(Locale.ROOT);
    return value.equals("on") || value.equals("true");
  }

  private static String source(JsonNode row) {
    return Trees.value(row.path(PROPERTY), SOURCE);
  }

  @Override
  public Optional<String> obstacle(Step step, Set<Subject> before) {
    if (facts().find(id(step)).filter(row -> source(row).equals("RECEIVED")).isPresent()) {
      return Optional.of("its readonly was received with a replication and could not be put back");
    }
    return children(step, before)
        .map(children -> children + ", which would become read-only, too")
        .or(() -> new Uses(facts()).inTheWay(step, before, false));
  }

  @Override
  public ObjectNode remember(Step step) {
    ObjectNode row = present(step);
    return Trees.object().put(PROPERTY, on(row) ? "ON" : "OFF").put(SOURCE, source(row));
  }

  @Override
  public void act(Step step) {
    set(step, "ON");
  }

  private void set(Step step, String value) {
    nas().change("pool.dataset.update", Trees.text(id(step)), Trees.object().put(PROPERTY, value));
  }

  @Override
  public boolean done(Step step) {
    return facts().find(id(step)).filter(ReadOnly::on).isPresent();
  }

  @Override
  public void undo(Step step, JsonNode remembered) {
    String value = Trees.value(remembered, PROPERTY);
    if (!value.equals("ON") && !value.equals("OFF")) {
      throw Refusal.of(step, "what was remembered is of something else");
    }
    boolean inherited = NOT_ITS_OWN.contains(Trees.value(remembered, SOURCE));
    JsonNode now = present(step);
    boolean back = on(now) == value.equals("ON") && inherited == NOT_ITS_OWN.contains(source(now));
    if (back) {
      return;
    }
    set(step, inherited ? "INHERIT" : value);
    if (on(present(step)) != value.equals("ON")) {
      throw Refusal.of(step, "its readonly is not %s afterwards".formatted(value));
    }
  }
}
