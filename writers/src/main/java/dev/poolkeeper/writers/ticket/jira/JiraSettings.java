package dev.poolkeeper.writers.ticket.jira;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.finding.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How tickets are made and followed.
 *
 * @param instance which poolkeeper, where several use one project; empty where there is one
 * @param project its key
 * @param issueType its name
 * @param labels more labels of every ticket
 * @param priorities names by severity; a severity without one leaves the project's usual
 * @param components names
 * @param fields texts by the ids of fields, {@code customfield_10010}
 * @param parent key of an epic
 * @param members how tickets of a group's members belong to its ticket; empty: they are a list in
 *     it
 * @param workflow how tickets move
 * @param approval how proposals are decided in their tickets
 */
public record JiraSettings(
    JiraEdition edition,
    String instance,
    String project,
    String issueType,
    List<String> labels,
    Map<Severity, String> priorities,
    List<String> components,
    Map<String, String> fields,
    Optional<String> parent,
    Optional<Members> members,
    Workflow workflow,
    Approval approval) {

  public JiraSettings {
    requireNonNull(edition, "edition");
    requireNonNull(instance, "instance");
    requireNonNull(project, "project");
    requireNonNull(issueType, "issueType");
    labels = List.copyOf(labels);
    priorities = Map.copyOf(priorities);
    components = List.copyOf(components);
    fields = Map.copyOf(fields);
    requireNonNull(parent, "parent");
    requireNonNull(members, "members");
    requireNonNull(workflow, "workflow");
    requireNonNull(approval, "approval");
  }

  /** The type of links between a group's ticket and its members'; empty when there are none. */
  Optional<String> linkType() {
    return members.filter(m -> m.tie() == Tie.LINK).map(Members::type);
  }

  /** The issue type of members; empty when they are tickets as all others. */
  Optional<String> subtaskType() {
    return members.filter(m -> m.tie() == Tie.SUBTASK).map(Members::type);
  }

  /** How a ticket belongs to that of its group. */
  public enum Tie {
    /** It is a sub-task of it. */
    SUBTASK,
    /** It is an ordinary ticket with a link to it. */
    LINK
  }

  /**
   * @param type name of the sub-tasks' issue type, or of the links' type
   */
  public record Members(Tie tie, String type) {

    public Members {
      requireNonNull(tie, "tie");
      requireNonNull(type, "type");
    }
  }

  /**
   * @param reopenWithin after its resolution; later a new ticket is made
   * @param reopenTransition its name
   * @param resolveTransition its name; empty: people close tickets themselves
   * @param resolution set with it, where its screen asks for one
   * @param wontFix names of resolutions by which people say that they know and will not
   */
  public record Workflow(
      Duration reopenWithin,
      String reopenTransition,
      Optional<String> resolveTransition,
      Optional<String> resolution,
      List<String> wontFix) {

    public Workflow {
      requireNonNull(reopenWithin, "reopenWithin");
      requireNonNull(reopenTransition, "reopenTransition");
      requireNonNull(resolveTransition, "resolveTransition");
      requireNonNull(resolution, "resolution");
      wontFix = List.copyOf(wontFix);
    }
  }

  /**
   * @param approvedStatus name of the status that approves; empty: tickets approve nothing
   * @param rejectedStatus name of the status that refuses
   * @param people names in the ledger, by account or mail address; when there are any, nobody else
   *     decides
   */
  public record Approval(
      Optional<String> approvedStatus,
      Optional<String> rejectedStatus,
      Map<String, String> people) {

    public Approval {
      requireNonNull(approvedStatus, "approvedStatus");
      requireNonNull(rejectedStatus, "rejectedStatus");
      people = Map.copyOf(people);
    }
  }
}
