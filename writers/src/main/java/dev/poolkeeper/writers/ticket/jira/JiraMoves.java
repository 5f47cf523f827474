package dev.poolkeeper.writers.ticket.jira;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Moves tickets. Transitions are looked up by their names: ids differ from workflow to workflow,
 * and several, such as Done and Won't Do, may lead to the same status.
 */
final class JiraMoves {

  private final JiraApi api;
  private final JiraSettings.Workflow workflow;

  JiraMoves(JiraApi api, JiraSettings.Workflow workflow) {
    this.api = api;
    this.workflow = workflow;
  }

  /** Whether it could be; otherwise nothing was done. */
  boolean reopen(JiraTicket ticket) {
    Optional<String> id = id(api.transitions(ticket.key()), workflow.reopenTransition());
    id.ifPresent(transition -> api.move(ticket.key(), transition, Optional.empty()));
    return id.isPresent();
  }

  /** What became of it, in words: {@code is closed}. */
  String resolve(JiraTicket ticket) {
    if (workflow.resolveTransition().isEmpty()) {
      return "stays open";
    }
    String name = workflow.resolveTransition().get();
    JsonNode all = api.transitions(ticket.key());
    Optional<String> id = id(all, name);
    if (id.isEmpty()) {
      return "stays open: no transition %s leads out of %s, only %s"
          .formatted(name, ticket.status(), names(all));
    }
    api.move(ticket.key(), id.get(), workflow.resolution());
    return "is closed";
  }

  private static Optional<String> id(JsonNode transitions, String name) {
    for (JsonNode transition : transitions) {
      if (transition.path("name").stringValue("").equalsIgnoreCase(name)) {
        return Optional.of(transition.path("id").stringValue(""));
      }
    }
    return Optional.empty();
  }

  private static String names(JsonNode transitions) {
    List<String> names = new ArrayList<>();
    transitions.forEach(transition -> names.add(transition.path("name").stringValue("")));
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
