package dev.poolkeeper.writers.ticket.jira;

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
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The requests that are made of a Jira, one method each. Whatever goes wrong is thrown as {@link
 * TicketFailure}. Source: Jira Cloud platform REST API v3; Jira Data Center REST API 2.
 */
final class JiraApi {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int PAGE = 50;
  private static final int MOST_PAGES = 20;

  private final HttpCaller http;
  private final JiraEdition edition;
  private final JiraLogin login;

  JiraApi(HttpCaller http, JiraEdition edition, JiraLogin login) {
    this.http = http;
    this.edition = edition;
    this.login = login;
  }

  JiraEdition edition() {
    return edition;
  }

  /** Where a person sees a ticket. */
  String page(String key) {
    return http.place().below("/browse/" + key).toString();
  }

  /** Keys that the search index knows, as JQL orders them. The index lags behind. */
  List<String> search(String jql, int most) {
    String path =
        "%s?jql=%s&fields=labels&maxResults=%d"
            .formatted(edition.search(), encode(jql, UTF_8), most);
    List<String> keys = new ArrayList<>();
    read(path).path("issues").forEach(issue -> keys.add(issue.path("key").stringValue("")));
    return keys;
  }

  /** The ticket as it is, from the database; empty when there is none that we may see. */
  Optional<JiraTicket> ticket(String key) {
    return optional(
            "%s/issue/%s?fields=%s&properties=%s"
                .formatted(
                    edition.root(), encode(key, UTF_8), JiraTicket.FIELDS, JiraMark.PROPERTY))
        .map(JiraTicket::of);
  }

  /** Its key. */
  String create(ObjectNode issue) {
    JsonNode made = write("POST", edition.root() + "/issue", issue);
    String key = made.path("key").stringValue("");
    if (key.isEmpty()) {
      throw new TicketFailure(
          Outcome.Kind.UNKNOWN, "a ticket was taken, and the answer does not say its key");
    }
    return key;
  }

  void edit(String key, ObjectNode change) {
    write("PUT", edition.root() + "/issue/" + key, change);
  }

  void remember(String key, JiraMark mark) {
    write(
        "PUT", edition.root() + "/issue/" + key + "/properties/" + JiraMark.PROPERTY, mark.json());
  }

  void comment(String key, JsonNode body) {
    write(
        "POST",
        edition.root() + "/issue/" + key + "/comment",
        JSON.createObjectNode().set("body", body));
  }

  /** Whether one of the newest comments has this in it. */
  boolean commented(String key, String mark) {
    JsonNode page =
        read(edition.root() + "/issue/" + key + "/comment?orderBy=-created&maxResults=100");
    for (JsonNode comment : page.path("comments")) {
      if (comment.path("body").toString().contains(mark)) {
        return true;
      }
    }
    return false;
  }

  /** What can be done with a ticket as it is now: name and id, and the status that it leads to. */
  JsonNode transitions(String key) {
    return read(edition.root() + "/issue/" + key + "/transitions").path("transitions");
  }

  void move(String key, String transition, Optional<String> resolution) {
    ObjectNode body = JSON.createObjectNode();
    body.putObject("transition").put("id", transition);
    resolution.ifPresent(
        name -> body.putObject("fields").putObject("resolution").put("name", name));
    write("POST", edition.root() + "/issue/" + key + "/transitions", body);
  }

  /** Every change of a ticket. */
  List<JsonNode> history(String key) {
    List<JsonNode> all = new ArrayList<>();
    if (edition == JiraEdition.DATA_CENTER) {
      read(edition.root() + "/issue/" + key + "?fields=status&expand=changelog")
          .path("changelog")
          .path("histories")
          .forEach(all::add);
      return all;
    }
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonNode answer =
          read(
              "%s/issue/%s/changelog?startAt=%d&maxResults=%d"
                  .formatted(edition.root(), key, all.size(), PAGE));
      answer.path("values").forEach(all::add);
      if (answer.path("isLast").booleanValue(true)) {
        return all;
      }
    }
    throw new TicketFailure(
        Outcome.Kind.REFUSED, key + " was changed more often than anybody could read");
  }

  JsonNode myself() {
    return read(edition.root() + "/myself");
  }

  /** A project by its key; empty when there is none that we may see. */
  Optional<JsonNode> project(String key) {
    return optional(edition.root() + "/project/" + encode(key, UTF_8));
  }

  /**
   * @param subtask whether its tickets need a parent
   */
  record IssueType(String name, boolean subtask) {}

  /** The types of which tickets can be made in a project. */
  List<IssueType> issueTypes(String project) {
    List<IssueType> types = new ArrayList<>();
    read("%s/issue/createmeta/%s/issuetypes?maxResults=200".formatted(edition.root(), project))
        .path(edition.issueTypes())
        .forEach(
            type ->
                types.add(
                    new IssueType(
                        type.path("name").stringValue(""),
                        type.path("subtask").booleanValue(false))));
    return types;
  }

  /** Names of the types of links; empty where Jira links nothing. */
  List<String> linkTypes() {
    List<String> names = new ArrayList<>();
    optional(edition.root() + "/issueLinkType")
        .ifPresent(
            all ->
                all.path("issueLinkTypes")
                    .forEach(type -> names.add(type.path("name").stringValue(""))));
    return names;
  }

  /** Jira words a link from its inward issue on: {@code group contains member}. */
  void link(String type, String group, String member) {
    ObjectNode link = JSON.createObjectNode();
    link.putObject("type").put("name", type);
    link.putObject("inwardIssue").put("key", group);
    link.putObject("outwardIssue").put("key", member);
    write("POST", edition.root() + "/issueLink", link);
  }

  /** What of these we may not do in a project. */
  List<String> missingRights(String project, List<String> wanted) {
    JsonNode rights =
        read("%s/mypermissions?projectKey=%s&permissions=%s"
                .formatted(edition.root(), project, encode(String.join(",", wanted), UTF_8)))
            .path("permissions");
    return wanted.stream()
        .filter(right -> !rights.path(right).path("havePermission").booleanValue(false))
        .toList();
  }

  private Optional<JsonNode> optional(String path) {
    HttpReply reply = call(HttpCall.get(http.place().below(path)));
    if (reply instanceof HttpReply.Answer answer && answer.status() == 404) {
      return Optional.empty();
    }
    return Optional.of(body(reply, "GET", path, Outcome.Kind.DEFERRED));
  }

  private JsonNode read(String path) {
    return body(call(HttpCall.get(http.place().below(path))), "GET", path, Outcome.Kind.DEFERRED);
  }

  private JsonNode write(String method, String path, JsonNode body) {
    HttpReply reply = call(HttpCall.json(method, http.place().below(path), body.toString()));
    return body(reply, method, path, Outcome.Kind.UNKNOWN);
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
      throw new TicketFailure(JiraErrors.of(reply, what));
    }
    if (answer.status() == 204 || answer.body().isBlank()) {
      return JSON.createObjectNode();
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
