package dev.poolkeeper.tests.channel.jira;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a Jira with one project knows: tickets, their workflow and history, and an index that lags.
 */
final class JiraWorld {

  static final String PROJECT = "OPS";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);

  /** A way from one status to another. */
  record Step(String id, String name, String from, String to, String resolution) {}

  private static final List<Step> WORKFLOW =
      List.of(
          new Step("11", "Start", "To Do", "In Progress", ""),
          new Step("21", "Done", "To Do", "Done", "Done"),
          new Step("22", "Done", "In Progress", "Done", "Done"),
          new Step("31", "Won't Do", "To Do", "Done", "Won't Do"),
          new Step("41", "Approve", "To Do", "Approved", "Done"),
          new Step("42", "Reject", "To Do", "Rejected", "Done"),
          new Step("51", "Reopen", "Done", "To Do", ""),
          new Step("52", "Reopen", "Approved", "To Do", ""),
          new Step("53", "Reopen", "Rejected", "To Do", ""));

  final Map<Integer, JiraIssue> issues = new LinkedHashMap<>();
  final Set<String> withoutTransitions = new HashSet<>();
  final Set<String> doneStatuses = new HashSet<>(Set.of("Done", "Approved", "Rejected"));
  final Set<String> lacking = new HashSet<>();
  final boolean cloud;
  Instant now = Instant.parse("2026-02-11T03:00:00Z");
  boolean lags;
  private final Set<Integer> indexed = new TreeSet<>();
  private int last;
  private int changes;

  JiraWorld(boolean cloud) {
    this.cloud = cloud;
  }

  JiraIssue create() {
    last++;
    JiraIssue issue = new JiraIssue(PROJECT, last, doneStatuses);
    issues.put(last, issue);
    if (!lags) {
      indexed.add(last);
    }
    return issue;
  }

  /** Tickets of others were made and deleted, or cannot be seen. */
  void skip(int numbers) {
    last += numbers;
  }

  void reindex() {
    indexed.addAll(issues.keySet());
  }

  Optional<JiraIssue> issue(String key) {
    return issues.values().stream().filter(issue -> issue.key.equals(key)).findFirst();
  }

  JiraIssue only() {
    if (issues.size() != 1) {
      throw new AssertionError("tickets: " + issues.values().stream().map(i -> i.key).toList());
    }
    return issues.values().iterator().next();
  }

  /** What the index knows of a label, newest first. */
  List<JiraIssue> labelled(Optional<String> label) {
    List<JiraIssue> found = new ArrayList<>();
    for (int number : indexed) {
      JiraIssue issue = issues.get(number);
      if (issue != null && label.filter(l -> !issue.labels.contains(l)).isEmpty()) {
        found.add(0, issue);
      }
    }
    return found;
  }

  List<Step> steps(JiraIssue issue) {
    return WORKFLOW.stream()
        .filter(
            step -> step.from().equals(issue.status) && !withoutTransitions.contains(step.name()))
        .toList();
  }

  /** Somebody moves a ticket. */
  void move(JiraIssue issue, String transition, JsonNode who) {
    Step step =
        steps(issue).stream()
            .filter(s -> s.name().equals(transition) || s.id().equals(transition))
            .findFirst()
            .orElseThrow();
    note(issue, "status", issue.status, step.to(), who);
    issue.status = step.to();
    issue.resolution = step.resolution();
    issue.resolvedAt = step.resolution().isEmpty() ? "" : TIME.format(now);
  }

  void label(JiraIssue issue, List<String> labels, JsonNode who) {
    if (!issue.labels.equals(labels)) {
      note(issue, "labels", String.join(" ", issue.labels), String.join(" ", labels), who);
      issue.labels = new ArrayList<>(labels);
    }
  }

  private void note(JiraIssue issue, String field, String from, String to, JsonNode who) {
    changes++;
    now = now.plus(Duration.ofSeconds(1));
    ObjectNode entry = JSON.createObjectNode().put("id", Integer.toString(5000 + changes));
    entry.set("author", who);
    entry.put("created", TIME.format(now));
    entry
        .putArray("items")
        .addObject()
        .put("field", field)
        .put("fromString", from)
        .put("toString", to);
    issue.history.add(entry);
  }

  /** A user; Cloud hides most addresses. */
  JsonNode user(String name) {
    ObjectNode user = JSON.createObjectNode().put("displayName", name);
    user.put(cloud ? "accountId" : "name", cloud ? "5b10:" + name : name);
    return user.put("emailAddress", name + "@example.com");
  }
}
