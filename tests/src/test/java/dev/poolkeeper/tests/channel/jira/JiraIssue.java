package dev.poolkeeper.tests.channel.jira;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A ticket of the stub. */
final class JiraIssue {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  final int number;
  private final Set<String> doneStatuses;
  final String key;
  String status = "To Do";
  String resolution = "";
  String resolvedAt = "";
  List<String> labels = new ArrayList<>();
  final List<ObjectNode> links = new ArrayList<>();
  final Map<String, JsonNode> fields = new LinkedHashMap<>();
  final Map<String, JsonNode> properties = new LinkedHashMap<>();
  final List<JsonNode> comments = new ArrayList<>();
  final List<ObjectNode> history = new ArrayList<>();

  JiraIssue(String project, int number, Set<String> doneStatuses) {
    this.doneStatuses = doneStatuses;
    this.number = number;
    this.key = project + "-" + number;
  }

  boolean done() {
    return doneStatuses.contains(status);
  }

  ObjectNode json() {
    ObjectNode issue = JSON.createObjectNode().put("key", key).put("id", "1000" + number);
    ObjectNode shown = issue.putObject("fields");
    ObjectNode state = shown.putObject("status").put("name", status);
    state.putObject("statusCategory").put("key", done() ? "done" : "new");
    if (resolution.isEmpty()) {
      shown.putNull("resolution").putNull("resolutiondate");
    } else {
      shown.putObject("resolution").put("name", resolution);
      shown.put("resolutiondate", resolvedAt);
    }
    labels.forEach(shown.putArray("labels")::add);
    ObjectNode known = issue.putObject("properties");
    properties.forEach(known::set);
    return issue;
  }

  boolean subtask() {
    return fields
        .getOrDefault("issuetype", JSON.missingNode())
        .path("name")
        .stringValue("")
        .equals("Sub-task");
  }

  /** Key of the ticket that it is below. */
  String parent() {
    return fields.getOrDefault("parent", JSON.missingNode()).path("key").stringValue("");
  }

  /** Property of poolkeeper. */
  String remembered(String field) {
    JsonNode value = properties.getOrDefault("poolkeeper", JSON.missingNode()).path(field);
    return value.isBoolean() ? Boolean.toString(value.booleanValue()) : value.stringValue("");
  }

  String field(String name) {
    return fields.getOrDefault(name, JSON.missingNode()).toString();
  }
}
