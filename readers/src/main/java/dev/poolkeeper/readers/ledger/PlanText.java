package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.proposal.Action;
import dev.poolkeeper.processors.proposal.Actor;
import dev.poolkeeper.processors.proposal.Approval;
import dev.poolkeeper.processors.proposal.Blocker;
import dev.poolkeeper.processors.proposal.Plan;
import dev.poolkeeper.processors.proposal.Reclaim;
import dev.poolkeeper.processors.proposal.Stage;
import dev.poolkeeper.processors.proposal.Step;
import dev.poolkeeper.readers.json.Json;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Plans and approvals, read as the ledger keeps them. */
final class PlanText {

  private PlanText() {}

  static Plan plan(FindingCode code, Subject subject, String text, Reclaim reclaim) {
    JsonNode plan = Json.tree(text);
    Set<Subject> turnover = new HashSet<>();
    plan.path("turnover").valueStream().forEach(one -> turnover.add(Subject.parse(one.asString())));
    return new Plan(
        code,
        subject,
        plan.path("steps").valueStream().map(PlanText::step).toList(),
        plan.path("blockers").valueStream().map(PlanText::blocker).toList(),
        reclaim,
        turnover);
  }

  private static Step step(JsonNode step) {
    return new Step(
        word(Stage.class, step.path("stage")),
        word(Action.class, step.path("action")),
        Subject.parse(step.path("target").asString()),
        expected(step.path("expected")));
  }

  static Step step(String stage, String action, String target, String expected) {
    return new Step(
        constant(Stage.class, stage),
        constant(Action.class, action),
        Subject.parse(target),
        expected(Json.tree(expected)));
  }

  private static SortedMap<String, String> expected(JsonNode node) {
    SortedMap<String, String> expected = new TreeMap<>();
    node.properties().forEach(fact -> expected.put(fact.getKey(), fact.getValue().asString()));
    return expected;
  }

  private static Blocker blocker(JsonNode blocker) {
    return new Blocker(
        word(Blocker.Kind.class, blocker.path("kind")),
        blocker.path("by").asString(),
        text(blocker, "owner"),
        blocker.path("words").asString(),
        text(blocker, "suggestion"));
  }

  static List<Approval> approvals(String text) {
    return Json.tree(text).valueStream().map(PlanText::approval).toList();
  }

  private static Approval approval(JsonNode approval) {
    return new Approval(
        new Actor(approval.path("actor").asString(), approval.path("channel").asString()),
        Instant.parse(approval.path("at").asString()),
        word(Stage.class, approval.path("stage")),
        approval.path("hash").asString(),
        approval.path("reason").asString(),
        Instant.parse(approval.path("expires").asString()));
  }

  private static Optional<String> text(JsonNode node, String name) {
    return node.has(name) ? Optional.of(node.path(name).asString()) : Optional.empty();
  }

  private static <E extends Enum<E>> E word(Class<E> type, JsonNode node) {
    return constant(type, node.asString());
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
