package dev.poolkeeper.writers.ticket.servicenow;

import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.writers.channel.TicketAnswer;
import dev.poolkeeper.writers.channel.TicketDecision;
import dev.poolkeeper.writers.ticket.TicketFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads who approved or rejected a change request: the approvers on record. The plan is the one in
 * its {@code correlation_id}, which never changes: another plan gets another request.
 */
final class ServiceNowDecisions {

  private static final String APPROVERS = "sysapproval_approver";
  private static final String FIELDS =
      "sys_id,state,approver.user_name,approver.email,sys_updated_on,sys_updated_by";
  private static final int MOST = 100;

  private final ServiceNowApi api;
  private final ServiceNowSettings settings;

  ServiceNowDecisions(ServiceNowApi api, ServiceNowSettings settings) {
    this.api = api;
    this.settings = settings;
  }

  TicketAnswer of(ServiceNowRecord change, String planHash) {
    boolean approved = change.approval().equals("approved");
    if (!approved && !change.approval().equals("rejected")) {
      return new TicketAnswer.Read(List.of());
    }
    if (!change.correlation().endsWith(ServiceNowMaker.ending(planHash))) {
      return new TicketAnswer.NotCounted(
          change.number(),
          "%s is %s for another plan than %s: the request of the present plan is another one"
              .formatted(change.number(), change.approval(), planHash.substring(0, 12)),
          "%s/%s/%s".formatted(change.number(), change.approval(), planHash));
    }
    List<JsonNode> rows =
        api.rows(
            APPROVERS,
            "sysapproval=%s^state=%s".formatted(change.id(), change.approval()),
            FIELDS,
            MOST);
    String self =
        api.self()
            .orElseThrow(
                () ->
                    new TicketFailure(
                        Outcome.Kind.NOT_ALLOWED,
                        "the account may not see its own user: nobody could tell its own approvals"
                            + " from those of people"));
    List<TicketDecision> all = new ArrayList<>();
    for (JsonNode row : rows) {
      decision(change, approved, row, self).ifPresent(all::add);
    }
    if (all.isEmpty()) {
      return new TicketAnswer.NotCounted(
          change.number(),
          "%s is %s, and by no approver on record who may decide here"
              .formatted(change.number(), change.approval()),
          "%s/%s/nobody".formatted(change.number(), change.approval()));
    }
    all.sort(Comparator.comparing(TicketDecision::at));
    return new TicketAnswer.Read(approved ? all : List.of(all.get(all.size() - 1)));
  }

  private Optional<TicketDecision> decision(
      ServiceNowRecord change, boolean approved, JsonNode row, String self) {
    String user = ServiceNowRecord.text(row, "approver.user_name");
    String by = ServiceNowRecord.text(row, "sys_updated_by");
    Optional<String> name =
        user.isEmpty() || user.equals(self) || by.equals(self)
            ? Optional.empty()
            : name(user, ServiceNowRecord.text(row, "approver.email"));
    Instant at =
        ServiceNowRecord.time(ServiceNowRecord.text(row, "sys_updated_on")).orElse(Instant.EPOCH);
    return name.map(
        who ->
            new TicketDecision(
                approved,
                who,
                at,
                "%s %s at %s%s, approval %s"
                    .formatted(
                        change.number(),
                        change.approval(),
                        at,
                        by.equals(user) ? "" : ", entered by " + by,
                        ServiceNowRecord.text(row, "sys_id"))));
  }

  private Optional<String> name(String user, String email) {
    String mail = email.toLowerCase(Locale.ROOT);
    Map<String, String> people = settings.people();
    if (people.isEmpty()) {
      return Optional.of("servicenow:" + (mail.isEmpty() ? user : mail));
    }
    return Optional.ofNullable(people.get(user)).or(() -> Optional.ofNullable(people.get(mail)));
  }
}
