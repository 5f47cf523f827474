package dev.poolkeeper.tests.channel.jira;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.poolkeeper.tests.channel.ticket.StubHttp;
import dev.poolkeeper.tests.channel.ticket.StubHttp.Answer;
import dev.poolkeeper.tests.channel.ticket.StubHttp.Request;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A small Jira that takes what the documentation says of either edition, and nothing else: an
 * unknown JQL, a field without its shape, a text of the other edition or too long is refused.
 */
final class JiraStub implements AutoCloseable {

  static final String USER = "poolkeeper@example.com";
  static final String TOKEN = "s3cret-token";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern BY_LABEL =
      Pattern.compile("project = \"OPS\" AND labels = \"(pk-[0-9a-f]{16})\" ORDER BY created DESC");
  private static final String NEWEST = "project = \"OPS\" ORDER BY created DESC";
  private static final Pattern ISSUE =
      Pattern.compile("/issue/([A-Z]+-\\d+)(?:/(comment|transitions|changelog|properties/\\w+))?");
  private static final Set<String> PRIORITIES = Set.of("Highest", "High", "Medium");
  private static final List<String> LINK_TYPES = List.of("Blocks", "Relates");
  private static final int LONGEST = 32_767;

  final JiraWorld world;
  final StubHttp http;
  private final String root;
  private final String authorization;

  JiraStub(boolean cloud) {
    world = new JiraWorld(cloud);
    root = cloud ? "/rest/api/3" : "/rest/api/2";
    authorization =
        cloud
            ? "Basic " + Base64.getEncoder().encodeToString((USER + ":" + TOKEN).getBytes(UTF_8))
            : "Bearer " + TOKEN;
    http = new StubHttp(this::answer);
  }

  /** Somebody else than poolkeeper does something. */
  void move(String key, String transition, String who) {
    world.move(world.issue(key).orElseThrow(), transition, world.user(who));
  }

  private Answer answer(Request request) {
    if (!request.authorization().equals(authorization)) {
      return Answer.of(401, "Client must be authenticated to access this resource.");
    }
    if (!request.path().startsWith(root)) {
      return Answer.of(404, "<html>not found</html>");
    }
    String path = request.path().substring(root.length());
    Matcher issue = ISSUE.matcher(path);
    if (path.equals(world.cloud ? "/search/jql" : "/search")) {
      return search(request);
    }
    if (path.equals("/issueLink") && request.method().equals("POST")) {
      return link(JSON.readTree(request.body()));
    }
    if (path.equals("/issue") && request.method().equals("POST")) {
      return create(JSON.readTree(request.body()));
    }
    if (issue.matches()) {
      return world
          .issue(issue.group(1))
          .map(found -> issue(found, Optional.ofNullable(issue.group(2)), request))
          .orElseGet(
              () -> error(404, "Issue does not exist or you do not have permission to see it."));
    }
    return about(request, path);
  }

  private Answer rights(Request request) {
    ObjectNode body = JSON.createObjectNode();
    ObjectNode rights = body.putObject("permissions");
    for (String right : request.query().getOrDefault("permissions", "").split(",", -1)) {
      rights.putObject(right).put("havePermission", !world.lacking.contains(right));
    }
    return Answer.of(200, body.toString());
  }

  private Answer about(Request request, String path) {
    if (path.equals("/myself")) {
      return Answer.of(200, world.user("poolkeeper").toString());
    }
    if (path.equals("/project/OPS")) {
      return Answer.of(200, "{\"key\":\"OPS\",\"name\":\"Operations\"}");
    }
    if (path.equals("/issue/createmeta/OPS/issuetypes")) {
      return Answer.of(
          200,
          "{\"%s\":[{\"id\":\"1\",\"name\":\"Task\",\"subtask\":false},{\"id\":\"2\",\"name\":\"Bug\"},{\"id\":\"3\",\"name\":\"Sub-task\",\"subtask\":true}]}"
              .formatted(world.cloud ? "issueTypes" : "values"));
    }
    if (path.equals("/issueLinkType")) {
      ObjectNode all = JSON.createObjectNode();
      ArrayNode types = all.putArray("issueLinkTypes");
      LINK_TYPES.forEach(name -> types.addObject().put("name", name));
      return Answer.of(200, all.toString());
    }
    if (path.equals("/mypermissions")) {
      return rights(request);
    }
    return error(404, "No project could be found with key.");
  }

  private Answer search(Request request) {
    String jql = request.query().getOrDefault("jql", "");
    Matcher label = BY_LABEL.matcher(jql);
    if (world.cloud && !request.query().containsKey("fields")) {
      return error(400, "fields have to be named");
    }
    if (!label.matches() && !jql.equals(NEWEST)) {
      return error(400, "The value 'NOPE' does not exist for the field 'project'.");
    }
    ObjectNode page = JSON.createObjectNode();
    ArrayNode found = page.putArray("issues");
    int most = Integer.parseInt(request.query().getOrDefault("maxResults", "50"));
    world.labelled(label.matches() ? Optional.of(label.group(1)) : Optional.empty()).stream()
        .limit(most)
        .forEach(issue -> found.addObject().put("key", issue.key));
    return Answer.of(200, page.toString());
  }

  private Answer create(JsonNode body) {
    JsonNode fields = body.path("fields");
    ObjectNode wrong = wrong(fields);
    if (!fields.path("project").path("key").stringValue("").equals("OPS")) {
      wrong.put("project", "valid project is required");
    }
    below(fields, wrong);
    if (!wrong.isEmpty()) {
      return errors(wrong);
    }
    JiraIssue issue = world.create();
    set(issue, body);
    fields.path("labels").forEach(label -> issue.labels.add(label.stringValue("")));
    return Answer.of(201, JSON.createObjectNode().put("key", issue.key).toString());
  }

  /** Sub-tasks need a parent that is none itself. */
  private void below(JsonNode fields, ObjectNode wrong) {
    String type = fields.path("issuetype").path("name").stringValue("");
    String parent = fields.path("parent").path("key").stringValue("");
    if (!Set.of("Task", "Bug", "Sub-task").contains(type)) {
      wrong.put("issuetype", "The issue type selected is invalid.");
    }
    if (type.equals("Sub-task") && parent.isEmpty()) {
      wrong.put("issuetype", "Issue type is a sub-task but parent issue key or id not specified.");
    }
    if (!parent.isEmpty() && world.issue(parent).filter(issue -> !issue.subtask()).isEmpty()) {
      wrong.put("parentId", "Given parent work item does not belong to appropriate hierarchy.");
    }
  }

  /** A second one like it is another one: whoever does not want that has to look first. */
  private Answer link(JsonNode body) {
    String type = body.path("type").path("name").stringValue("");
    Optional<JiraIssue> inward = world.issue(body.path("inwardIssue").path("key").stringValue(""));
    Optional<JiraIssue> outward =
        world.issue(body.path("outwardIssue").path("key").stringValue(""));
    if (!LINK_TYPES.contains(type)) {
      return error(404, "No issue link type with name '%s' found.".formatted(type));
    }
    if (inward.isEmpty() || outward.isEmpty()) {
      return error(404, "Issue does not exist or you do not have permission to see it.");
    }
    inward.get().links.add(end(type, "outwardIssue", outward.get()));
    outward.get().links.add(end(type, "inwardIssue", inward.get()));
    return Answer.of(201, "");
  }

  private static ObjectNode end(String type, String side, JiraIssue other) {
    ObjectNode end = JSON.createObjectNode();
    end.putObject("type").put("name", type);
    end.putObject(side).put("key", other.key);
    return end;
  }

  private ObjectNode wrong(JsonNode fields) {
    ObjectNode wrong = JSON.createObjectNode();
    String summary = fields.path("summary").stringValue("");
    if (summary.isEmpty() || summary.length() > 255 || summary.contains("\n")) {
      wrong.put("summary", "Summary must be one line of at most 255 characters.");
    }
    JsonNode description = fields.path("description");
    if (!description.isMissingNode() && !fits(description)) {
      wrong.put("description", "Operation value must be an Atlassian Document, or a string");
    }
    JsonNode priority = fields.path("priority");
    if (!priority.isMissingNode() && !PRIORITIES.contains(priority.path("name").stringValue(""))) {
      wrong.put("priority", "The priority selected is invalid.");
    }
    fields
        .path("labels")
        .forEach(
            label -> {
              if (label.stringValue("").contains(" ")) {
                wrong.put("labels", "The label can't contain spaces.");
              }
            });
    return wrong;
  }

  private boolean fits(JsonNode text) {
    return world.cloud
        ? AdfRules.violations(text).isEmpty() && text.toString().length() <= LONGEST
        : text.isString() && text.stringValue().length() <= LONGEST;
  }

  private void set(JiraIssue issue, JsonNode body) {
    body.path("fields").properties().forEach(f -> issue.fields.put(f.getKey(), f.getValue()));
    body.path("properties")
        .forEach(p -> issue.properties.put(p.path("key").stringValue(""), p.path("value")));
  }

  private Answer issue(JiraIssue issue, Optional<String> below, Request request) {
    String what = request.method() + below.map(b -> " " + b).orElse("");
    return switch (what) {
      case "GET" -> Answer.of(200, shown(issue, request).toString());
      case "PUT" -> edit(issue, JSON.readTree(request.body()));
      case "PUT properties/poolkeeper" -> {
        issue.properties.put("poolkeeper", JSON.readTree(request.body()));
        yield Answer.of(200, "");
      }
      case "GET comment" -> {
        ObjectNode page = JSON.createObjectNode();
        ArrayNode comments = page.putArray("comments");
        issue.comments.forEach(body -> comments.addObject().set("body", body));
        yield Answer.of(200, page.toString());
      }
      case "POST comment" -> comment(issue, JSON.readTree(request.body()).path("body"));
      case "GET transitions" -> Answer.of(200, transitions(issue).toString());
      case "POST transitions" -> transition(issue, JSON.readTree(request.body()));
      case "GET changelog" -> history(issue, request);
      default -> Answer.of(405, "");
    };
  }

  private ObjectNode shown(JiraIssue issue, Request request) {
    ObjectNode shown = issue.json();
    if (request.query().getOrDefault("fields", "").contains("issuelinks")) {
      issue.links.forEach(shown.path("fields").asObject().putArray("issuelinks")::add);
    }
    if (request.query().getOrDefault("expand", "").equals("changelog") && !world.cloud) {
      issue.history.forEach(shown.putObject("changelog").putArray("histories")::add);
    }
    return shown;
  }

  private Answer edit(JiraIssue issue, JsonNode body) {
    ObjectNode wrong = wrong(body.path("fields"));
    if (!wrong.isEmpty()) {
      return errors(wrong);
    }
    set(issue, body);
    List<String> labels = new ArrayList<>(issue.labels);
    for (JsonNode change : body.path("update").path("labels")) {
      if (change.has("add")) {
        labels.add(change.path("add").stringValue(""));
      } else {
        labels.remove(change.path("remove").stringValue(""));
      }
    }
    world.label(issue, labels, world.user("poolkeeper"));
    return Answer.of(204, "");
  }

  private Answer comment(JiraIssue issue, JsonNode body) {
    if (!fits(body)) {
      return error(400, "Comment body is not valid!");
    }
    issue.comments.add(body);
    return Answer.of(201, "{\"id\":\"%d\"}".formatted(issue.comments.size()));
  }

  private ObjectNode transitions(JiraIssue issue) {
    ObjectNode all = JSON.createObjectNode();
    ArrayNode list = all.putArray("transitions");
    for (JiraWorld.Step step : world.steps(issue)) {
      ObjectNode one = list.addObject().put("id", step.id()).put("name", step.name());
      one.putObject("to").put("name", step.to());
    }
    return all;
  }

  private Answer transition(JiraIssue issue, JsonNode body) {
    String id = body.path("transition").path("id").stringValue("");
    if (world.steps(issue).stream().noneMatch(step -> step.id().equals(id))) {
      return error(400, "Transition id '%s' is not valid for this issue.".formatted(id));
    }
    world.move(issue, id, world.user("poolkeeper"));
    return Answer.of(204, "");
  }

  /** Pages of two, so that reading only the first is not enough. */
  private Answer history(JiraIssue issue, Request request) {
    if (!world.cloud) {
      return error(404, "null for uri");
    }
    int from = Integer.parseInt(request.query().getOrDefault("startAt", "0"));
    int to = Math.min(from + 2, issue.history.size());
    ObjectNode page = JSON.createObjectNode().put("isLast", to == issue.history.size());
    issue.history.subList(from, to).forEach(page.putArray("values")::add);
    return Answer.of(200, page.toString());
  }

  private static Answer error(int status, String message) {
    ObjectNode body = JSON.createObjectNode();
    body.putArray("errorMessages").add(message);
    body.putObject("errors");
    return Answer.of(status, body.toString());
  }

  private static Answer errors(ObjectNode wrong) {
    ObjectNode body = JSON.createObjectNode();
    body.putArray("errorMessages");
    body.set("errors", wrong);
    return Answer.of(400, body.toString());
  }

  @Override
  public void close() {
    http.close();
  }
}
