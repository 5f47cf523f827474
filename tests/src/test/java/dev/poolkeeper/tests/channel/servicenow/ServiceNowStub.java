package dev.poolkeeper.tests.channel.servicenow;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.poolkeeper.tests.channel.ticket.StubHttp;
import dev.poolkeeper.tests.channel.ticket.StubHttp.Answer;
import dev.poolkeeper.tests.channel.ticket.StubHttp.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A small ServiceNow: tables of records, journals, queries of the forms that are sent, states that
 * end a record, fields that an account may not write. As the real one it drops fields that it does
 * not take, without a word.
 */
final class ServiceNowStub implements AutoCloseable {

  static final String USER = "svc.poolkeeper";
  static final String PASSWORD = "s3cret-password";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final Pattern PATH = Pattern.compile("/api/now/table/(\\w+)(?:/(\\w+))?");
  private static final Set<String> TABLES =
      Set.of("incident", "change_request", "sysapproval_approver", "sys_user");
  private static final Set<String> KNOWN =
      Set.of(
          "short_description",
          "description",
          "impact",
          "urgency",
          "state",
          "close_code",
          "close_notes",
          "category",
          "type",
          "work_notes",
          "parent_incident",
          "correlation_id",
          "correlation_display");

  /** Records by table and id. */
  final Map<String, Map<String, Map<String, String>>> tables = new TreeMap<>();

  /** Work notes by id. */
  final Map<String, List<String>> notes = new LinkedHashMap<>();

  final Set<String> notWritable = new HashSet<>();
  final Set<String> notReadable = new HashSet<>();
  final StubHttp http = new StubHttp(this::answer);
  Instant now = Instant.parse("2026-02-11T03:00:00Z");
  private int last;

  ServiceNowStub() {
    TABLES.forEach(table -> tables.put(table, new LinkedHashMap<>()));
    put("sys_user", Map.of("user_name", USER));
  }

  List<Map<String, String>> records(String table) {
    return List.copyOf(tables.getOrDefault(table, Map.of()).values());
  }

  /** A record made by somebody else. */
  String put(String table, Map<String, String> fields) {
    last++;
    String id = "%032x".formatted(last);
    Map<String, String> record = new TreeMap<>(fields);
    record.put("sys_id", id);
    record.put("number", (table.equals("incident") ? "INC00" : "CHG00") + last);
    record.putIfAbsent("state", "1");
    record.putIfAbsent("active", "true");
    now = now.plus(Duration.ofSeconds(1));
    record.put("sys_created_on", TIME.format(now));
    tables.getOrDefault(table, new LinkedHashMap<>()).put(id, record);
    return id;
  }

  /** Somebody else changes a record. */
  void set(String table, String id, Map<String, String> fields) {
    Map<String, String> record =
        tables.getOrDefault(table, Map.of()).getOrDefault(id, new TreeMap<>());
    String before = record.getOrDefault("state", "");
    record.putAll(fields);
    String state = record.getOrDefault("state", "");
    if (!state.equals(before)) {
      // the instance's own rules stamp each end, and forget it when the record is opened again
      record.remove("resolved_at");
      record.remove("closed_at");
    }
    if (table.equals("incident") && !state.equals(before)) {
      synchronize(id, before, state);
    }
    record.put("active", state.equals("7") || state.equals("8") ? "false" : "true");
    if (state.equals("6")) {
      record.putIfAbsent("resolved_at", TIME.format(now));
    }
    if (state.equals("7")) {
      record.putIfAbsent("closed_at", TIME.format(now));
    }
  }

  /** Children are resolved with their parent, and all of them opened again with it. */
  private void synchronize(String parent, String before, String state) {
    for (Map<String, String> child : records("incident")) {
      String now = child.getOrDefault("state", "");
      boolean follows =
          state.equals("6") ? "12".contains(now) : before.equals("6") && now.equals("6");
      if (parent.equals(child.get("parent_incident")) && follows) {
        set("incident", child.getOrDefault("sys_id", ""), Map.of("state", state));
      }
    }
  }

  /** An approver decides, and the change with them. */
  void approve(String change, String who, String enteredBy) {
    put(
        "sysapproval_approver",
        Map.of(
            "sysapproval",
            change,
            "state",
            "approved",
            "approver.user_name",
            who,
            "approver.email",
            who + "@example.com",
            "sys_updated_by",
            enteredBy,
            "sys_updated_on",
            TIME.format(now)));
    set("change_request", change, Map.of("approval", "approved"));
  }

  private Answer answer(Request request) {
    String basic =
        "Basic " + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(UTF_8));
    if (!request.authorization().equals(basic)) {
      return error(401, "User Not Authenticated", "Required to provide Auth information");
    }
    Matcher path = PATH.matcher(request.path());
    if (!path.matches() || !TABLES.contains(path.group(1))) {
      return error(400, "Invalid table " + (path.matches() ? path.group(1) : ""), "");
    }
    String table = path.group(1);
    Optional<String> id = Optional.ofNullable(path.group(2));
    return switch (request.method()) {
      case "GET" -> id.map(one -> one(table, one, request)).orElseGet(() -> query(table, request));
      case "POST" -> {
        Map<String, String> fields = taken(request);
        String made = put(table, fields);
        yield one(table, made, request, 201);
      }
      case "PATCH" -> patch(table, id.orElseThrow(), request);
      default -> error(405, "Method not allowed", "");
    };
  }

  private Answer patch(String table, String id, Request request) {
    if (!records(table).stream().anyMatch(record -> id.equals(record.get("sys_id")))) {
      return one(table, id, request);
    }
    if ("false"
        .equals(tables.getOrDefault(table, Map.of()).getOrDefault(id, Map.of()).get("active"))) {
      return error(
          403, "Operation Failed", "Operation was aborted by Business Rule 'closed is closed'");
    }
    Map<String, String> fields = taken(request);
    String note = fields.remove("work_notes");
    if (note != null) {
      notes.computeIfAbsent(id, key -> new ArrayList<>()).add(note);
    }
    set(table, id, fields);
    return one(table, id, request);
  }

  /** Unknown fields are dropped, and so are those that the account may not write. */
  private Map<String, String> taken(Request request) {
    Map<String, String> fields = new TreeMap<>();
    JSON.readTree(request.body())
        .properties()
        .forEach(
            field -> {
              if (KNOWN.contains(field.getKey()) && !notWritable.contains(field.getKey())) {
                String text = field.getValue().stringValue("");
                int most = field.getKey().startsWith("correlation") ? 100 : 4000;
                fields.put(field.getKey(), text.substring(0, Math.min(most, text.length())));
              }
            });
    return fields;
  }

  private Answer one(String table, String id, Request request) {
    return one(table, id, request, 200);
  }

  private Answer one(String table, String id, Request request, int status) {
    Map<String, String> record = tables.getOrDefault(table, Map.of()).get(id);
    if (record == null) {
      return error(
          404, "No Record found", "Record doesn't exist or ACL restricts the record retrieval");
    }
    ObjectNode body = JSON.createObjectNode();
    body.set("result", shown(record, request));
    return Answer.of(status, body.toString());
  }

  private ObjectNode shown(Map<String, String> record, Request request) {
    ObjectNode shown = JSON.createObjectNode();
    for (String field : request.query().getOrDefault("sysparm_fields", "").split(",", -1)) {
      if (!notReadable.contains(field)) {
        shown.put(field, record.getOrDefault(field, ""));
      }
    }
    return shown;
  }

  private Answer query(String table, Request request) {
    String query = request.query().getOrDefault("sysparm_query", "");
    List<Map<String, String>> found = new ArrayList<>(records(table));
    for (String term : query.split("\\^", -1)) {
      if (term.startsWith("ORDERBYDESC")) {
        continue;
      }
      if (term.contains("STARTSWITH")) {
        List<String> parts = List.of(term.split("STARTSWITH", 2));
        found.removeIf(r -> !r.getOrDefault(parts.get(0), "").startsWith(parts.get(1)));
      } else if (!term.equals("sys_id=javascript:gs.getUserID()")) {
        List<String> parts = List.of(term.split("=", 2));
        found.removeIf(r -> !r.getOrDefault(parts.get(0), "").equals(parts.get(1)));
      }
    }
    if (query.contains("ORDERBYDESCactive^ORDERBYDESCsys_created_on")) {
      found.sort(
          (a, b) ->
              (b.get("active") + b.get("sys_created_on"))
                  .compareTo(a.get("active") + a.get("sys_created_on")));
    }
    ObjectNode body = JSON.createObjectNode();
    ArrayNode result = body.putArray("result");
    found.stream()
        .limit(Integer.parseInt(request.query().getOrDefault("sysparm_limit", "10000")))
        .forEach(record -> result.add(shown(record, request)));
    return Answer.of(200, body.toString());
  }

  private static Answer error(int status, String message, String detail) {
    ObjectNode body = JSON.createObjectNode().put("status", "failure");
    body.putObject("error").put("message", message).put("detail", detail);
    return Answer.of(status, body.toString());
  }

  @Override
  public void close() {
    http.close();
  }
}
