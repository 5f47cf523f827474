package dev.poolkeeper.writers.nas;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.proposal.Action;
import dev.poolkeeper.processors.proposal.Stage;
import dev.poolkeeper.processors.proposal.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers that were put in, whatever is asked for; changes are noted. */
final class FakeNas implements NasPort {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  final List<String> changes = new ArrayList<>();
  private final Map<String, String> answers = new HashMap<>();
  private final String version;
  private Consumer<String> whenChanged = change -> {};

  FakeNas(String version) {
    this.version = version;
    answer("pool.query", "[{'id':1,'name':'tank','status':'ONLINE'}]");
  }

  /** Single quotes stand for double ones. */
  FakeNas answer(String method, String json) {
    answers.put(method, json.replace('\'', '"'));
    return this;
  }

  FakeNas whenChanged(Consumer<String> then) {
    whenChanged = then;
    return this;
  }

  NasHand hand() {
    return new NasHand(this, "plan-1");
  }

  static Step step(Action action, ObjectKind kind, String name, String... expected) {
    TreeMap<String, String> named = new TreeMap<>();
    for (int at = 0; at < expected.length; at += 2) {
      named.put(expected[at], expected[at + 1]);
    }
    Stage stage = action.reversible() ? Stage.QUARANTINE : Stage.DESTROY;
    return new Step(stage, action, Subject.of("nas1", kind, name), named);
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Optional<JsonNode> read(String method, List<JsonNode> params) {
    return Optional.ofNullable(answers.get(method)).map(JSON::readTree);
  }

  @Override
  public JsonNode change(String method, List<JsonNode> params) {
    changes.add(method + " " + params);
    whenChanged.accept(method);
    return JSON.readTree("true");
  }

  @Override
  public void close() {}
}
