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
    List<String> names = api.issueTypes(settings.project());
    return names.stream().anyMatch(settings.issueType()::equalsIgnoreCase)
        ? Probe.ok(what, "can be made in " + settings.project())
        : Probe.failed(
            what,
            "cannot be made in %s; there are: %s"
                .formatted(settings.project(), String.join(", ", names)),
            "set issue-type to one of them");
  }

  private Probe rights() {
    List<String> wanted = new ArrayList<>(RIGHTS);
    wanted.add(MOVE);
    List<String> missing = api.missingRights(settings.project(), wanted);
    return missing.isEmpty()
        ? Probe.ok("rights", "to make, change, comment and move tickets")
        : Probe.failed(
            "rights",
            "the account lacks " + String.join(", ", missing),
            "grant them in the permission scheme of " + settings.project());
  }
}
