package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.proposal.Approval;
import dev.poolkeeper.processors.proposal.Blocker;
import dev.poolkeeper.processors.proposal.Plan;
import dev.poolkeeper.processors.proposal.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Plans and approvals as the ledger keeps them. The reader knows the same names. */
final class PlanJson {

  private final JsonMapper json;

  PlanJson(JsonMapper json) {
    this.json = json;
  }

  String plan(Plan plan) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("steps", plan.steps().stream().map(PlanJson::step).toList());
    map.put("blockers", plan.blockers().stream().map(PlanJson::blocker).toList());
    map.put("turnover", plan.turnover().stream().map(Subject::toString).sorted().toList());
    return json.writeValueAsString(map);
  }

  private static Map<String, Object> step(Step step) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("stage", step.stage().word());
    map.put("action", step.action().word());
    map.put("target", step.target().toString());
    map.put("expected", step.expected());
    return map;
  }

  private static Map<String, Object> blocker(Blocker blocker) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", blocker.kind().word());
    map.put("by", blocker.by());
    blocker.owner().ifPresent(owner -> map.put("owner", owner));
    map.put("words", blocker.words());
    blocker.suggestion().ifPresent(what -> map.put("suggestion", what));
    return map;
  }

  String approvals(List<Approval> approvals) {
    return json.writeValueAsString(approvals.stream().map(PlanJson::approval).toList());
  }

  private static Map<String, Object> approval(Approval approval) {
    SortedMap<String, Object> map = new TreeMap<>();
    map.put("actor", approval.by().name());
    map.put("channel", approval.by().channel());
    map.put("at", approval.at().toString());
    map.put("stage", approval.stage().word());
    map.put("hash", approval.hash());
    map.put("reason", approval.reason());
    map.put("expires", approval.expires().toString());
    return map;
  }

  String expected(Step step) {
    return json.writeValueAsString(step.expected());
  }
}
