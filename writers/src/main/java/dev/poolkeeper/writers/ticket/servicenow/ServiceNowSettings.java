package dev.poolkeeper.writers.ticket.servicenow;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.finding.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How records are made and followed. Values are those that the instance stores, not what it shows.
 *
 * @param instance which poolkeeper, where several use one ServiceNow; empty where there is one
 * @param incidents for findings
 * @param changes for proposals
 * @param impacts by severity
 * @param urgencies by severity
 * @param closedStates states in which people are done with an incident that is still active
 * @param wontFix close codes by which people say that they know and will not
 * @param reopenWithin after it was closed; later a new one is made
 * @param reopen fields that open a record again; none: a new one is made
 * @param children whether incidents of a group's members are children of its incident
 * @param approvals whether an approved change approves its plan
 * @param people names in the ledger, by user name or mail address; when there are any, nobody else
 *     decides
 */
public record ServiceNowSettings(
    String instance,
    Kind incidents,
    Kind changes,
    Map<Severity, String> impacts,
    Map<Severity, String> urgencies,
    List<String> closedStates,
    List<String> wontFix,
    Duration reopenWithin,
    Map<String, String> reopen,
    boolean children,
    boolean approvals,
    Map<String, String> people) {

  public ServiceNowSettings {
    requireNonNull(instance, "instance");
    requireNonNull(incidents, "incidents");
    requireNonNull(changes, "changes");
    impacts = Map.copyOf(impacts);
    urgencies = Map.copyOf(urgencies);
    closedStates = List.copyOf(closedStates);
    wontFix = List.copyOf(wontFix);
    requireNonNull(reopenWithin, "reopenWithin");
    reopen = Map.copyOf(reopen);
    people = Map.copyOf(people);
  }

  /**
   * One sort of records.
   *
   * @param table its name
   * @param fields set when one is made
   * @param recovery set when its matter is over; none: people close it themselves
   */
  public record Kind(String table, Map<String, String> fields, Map<String, String> recovery) {

    public Kind {
      requireNonNull(table, "table");
      fields = Map.copyOf(fields);
      recovery = Map.copyOf(recovery);
    }
  }
}
