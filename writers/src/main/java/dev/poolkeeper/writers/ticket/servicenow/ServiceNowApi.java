package dev.poolkeeper.writers.ticket.servicenow;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.writers.channel.Answers;
import dev.poolkeeper.writers.http.HttpCall;
import dev.poolkeeper.writers.http.HttpCaller;
import dev.poolkeeper.writers.http.HttpReply;
import dev.poolkeeper.writers.ticket.TicketFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The requests that are made of a ServiceNow. Whatever goes wrong is thrown as {@link
 * TicketFailure}. Source: ServiceNow REST API reference, Table API.
 */
final class ServiceNowApi {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ROOT = "/api/now/table/";
  private static final String STORED =
      "&sysparm_display_value=false&sysparm_exclude_reference_link=true";

  private final HttpCaller http;
  private final ServiceNowLogin login;

  ServiceNowApi(HttpCaller http, ServiceNowLogin login) {
    this.http = http;
    this.login = login;
  }

  /** Where a person sees a record. */
  String page(String table, String id) {
    return http.place().below("/nav_to.do?uri=%s.do?sys_id=%s".formatted(table, id)).toString();
  }

  /** The record; empty when there is none that we may see. */
  Optional<ServiceNowRecord> record(String table, String id) {
    String path =
        ROOT
            + table
            + "/"
            + encode(id, UTF_8)
            + "?sysparm_fields="
            + ServiceNowRecord.FIELDS
            + STORED;
    HttpReply reply = call(HttpCall.get(http.place().below(path)));
    if (reply instanceof HttpReply.Answer answer && answer.status() == 404) {
      return Optional.empty();
    }
    return Optional.of(
        ServiceNowRecord.of(body(reply, "GET", path, Outcome.Kind.DEFERRED).path("result")));
  }

  /** The first record that a query finds. */
  Optional<ServiceNowRecord> first(String table, String query) {
    return rows(table, query, ServiceNowRecord.FIELDS, 1).stream()
        .findFirst()
        .map(ServiceNowRecord::of);
  }

  List<JsonNode> rows(String table, String query, String fields, int most) {
    String path =
        "%s%s?sysparm_query=%s&sysparm_fields=%s&sysparm_limit=%d%s"
            .formatted(ROOT, table, encode(query, UTF_8), fields, most, STORED);
    List<JsonNode> rows = new ArrayList<>();
    body(call(HttpCall.get(http.place().below(path))), "GET", path, Outcome.Kind.DEFERRED)
        .path("result")
        .forEach(rows::add);
    return rows;
  }

  /** Who we are; empty when we may not even see that. */
  Optional<String> self() {
    return rows("sys_user", "sys_id=javascript:gs.getUserID()", "user_name", 1).stream()
        .map(user -> ServiceNowRecord.text(user, "user_name"))
        .filter(name -> !name.isEmpty())
        .findFirst();
  }

  ServiceNowRecord create(String table, Map<String, String> fields) {
    ServiceNowRecord made =
        ServiceNowRecord.of(
            write(
                    "POST",
                    ROOT + table + "?sysparm_fields=" + ServiceNowRecord.FIELDS + STORED,
                    fields)
                .path("result"));
    if (made.id().isEmpty()) {
      throw new TicketFailure(
          Outcome.Kind.UNKNOWN, "a record was taken, and the answer does not say its sys_id");
    }
    return made;
  }

  void change(String table, String id, Map<String, String> fields) {
    write(
        "PATCH",
        ROOT + table + "/" + id + "?sysparm_fields=" + ServiceNowRecord.FIELDS + STORED,
        fields);
  }

  private JsonNode write(String method, String path, Map<String, String> fields) {
    String json = JSON.writeValueAsString(new TreeMap<>(fields));
    return body(
        call(HttpCall.json(method, http.place().below(path), json)),
        method,
        path,
        Outcome.Kind.UNKNOWN);
  }

  private HttpReply call(HttpCall call) {
    return http.call(call.with("Authorization", login.header()));
  }

  /**
   * @param unreadable what it means that a good answer cannot be read
   */
  private static JsonNode body(
      HttpReply reply, String method, String path, Outcome.Kind unreadable) {
    String what = "%s %s".formatted(method, path.replaceFirst("\\?.*", ""));
    if (!(reply instanceof HttpReply.Answer answer) || !answer.good()) {
      throw new TicketFailure(ServiceNowErrors.of(reply, what));
    }
    try {
      return JSON.readTree(answer.body());
    } catch (JacksonException noJson) {
      throw new TicketFailure(
          unreadable,
          "%s: the answer is no JSON: %s".formatted(what, Answers.oneLine(answer.body())));
    }
  }
}
