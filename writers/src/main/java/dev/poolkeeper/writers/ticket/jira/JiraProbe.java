package dev.poolkeeper.writers.ticket.jira;

import dev.poolkeeper.writers.channel.Probe;
import dev.poolkeeper.writers.ticket.TicketFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Looks whether tickets could be made. Reads only. */
final class JiraProbe {

  private static final List<String> RIGHTS =
      List.of("BROWSE_PROJECTS", "CREATE_ISSUES", "EDIT_ISSUES", "ADD_COMMENTS");
  private static final String MOVE = "TRANSITION_ISSUES";
  private static final String LINK = "LINK_ISSUES";

  private final JiraApi api;
  private final JiraSettings settings;

  JiraProbe(JiraApi api, JiraSettings settings) {
    this.api = api;
    this.settings = settings;
  }

  List<Probe> probe() {
    List<Probe> probes = new ArrayList<>();
    probes.add(tried("login", "check url, user and token-file", this::login));
    if (probes.get(0).result() != Probe.Result.OK) {
      return probes;
    }
    probes.add(
        tried("project " + settings.project(), "see what the account may see", this::project));
    if (probes.get(1).result() != Probe.Result.OK) {
      return probes;
    }
    probes.add(tried("issue type " + settings.issueType(), "set issue-type", this::issueType));
    settings
        .subtaskType()
        .ifPresent(
            type ->
                probes.add(
                    tried("sub-task type " + type, "set subtask-type", () -> subtaskType(type))));
    settings
        .linkType()
        .ifPresent(
            type -> probes.add(tried("link type " + type, "set link-type", () -> linkType(type))));
    probes.add(tried("rights", "see the project's permission scheme", this::rights));
    probes.add(
        Probe.notTried(
            "transitions",
            "their names (%s) can only be looked up on a ticket"
                .formatted(String.join(", ", names()))));
    return probes;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(List.of(settings.workflow().reopenTransition()));
    settings.workflow().resolveTransition().ifPresent(names::add);
    return names;
  }

  private static Probe tried(String what, String next, Supplier<Probe> look) {
    try {
      return look.get();
    } catch (TicketFailure failure) {
      return Probe.failed(what, failure.receipt().outcome().said(), next);
    }
  }

  private Probe login() {
    JsonNode user = api.myself();
    return Probe.ok(
        "login",
        "%s (%s)"
            .formatted(
                user.path("displayName").stringValue("?"),
                user.path(settings.edition().account()).stringValue("?")));
  }

  private Probe project() {
    String what = "project " + settings.project();
    Optional<JsonNode> project = api.project(settings.project());
    return project
        .map(found -> Probe.ok(what, found.path("name").stringValue(settings.project())))
        .orElseGet(
            () ->
                Probe.failed(
                    what,
                    "there is none that this account may see",
                    "set project to a project's key, or let the account see it"));
  }

  private Probe issueType() {
    String what = "issue type " + settings.issueType();
    List<String> names =
        api.issueTypes(settings.project()).stream().map(JiraApi.IssueType::name).toList();
    return names.stream().anyMatch(settings.issueType()::equalsIgnoreCase)
        ? Probe.ok(what, "can be made in " + settings.project())
        : Probe.failed(
            what,
            "cannot be made in %s; there are: %s"
                .formatted(settings.project(), String.join(", ", names)),
            "set issue-type to one of them");
  }

  private Probe subtaskType(String type) {
    String what = "sub-task type " + type;
    List<String> names =
        api.issueTypes(settings.project()).stream()
            .filter(JiraApi.IssueType::subtask)
            .map(JiraApi.IssueType::name)
            .toList();
    if (names.isEmpty()) {
      return Probe.failed(
          what,
          settings.project() + " has no type of sub-tasks",
          "give the project one, or set group-as: links");
    }
    return names.stream().anyMatch(type::equalsIgnoreCase)
        ? Probe.ok(what, "can be made in " + settings.project())
        : Probe.failed(
            what,
            "no type of sub-tasks of %s; there are: %s"
                .formatted(settings.project(), String.join(", ", names)),
            "set subtask-type to one of them");
  }

  private Probe linkType(String type) {
    String what = "link type " + type;
    List<String> names = api.linkTypes();
    if (names.isEmpty()) {
      return Probe.failed(
          what, "this Jira links no tickets", "turn issue linking on, or set group-as: subtasks");
    }
    return names.stream().anyMatch(type::equalsIgnoreCase)
        ? Probe.ok(what, "is there")
        : Probe.failed(
            what,
            "there is none; there are: " + String.join(", ", names),
            "set link-type to one of them");
  }

  private Probe rights() {
    List<String> wanted = new ArrayList<>(RIGHTS);
    wanted.add(MOVE);
    settings.linkType().ifPresent(type -> wanted.add(LINK));
    List<String> missing = api.missingRights(settings.project(), wanted);
    return missing.isEmpty()
        ? Probe.ok("rights", "to make, change, comment and move tickets")
        : Probe.failed(
            "rights",
            "the account lacks " + String.join(", ", missing),
            "grant them in the permission scheme of " + settings.project());
  }
}
