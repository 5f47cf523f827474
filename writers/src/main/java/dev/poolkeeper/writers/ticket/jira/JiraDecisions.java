package dev.poolkeeper.writers.ticket.jira;

import dev.poolkeeper.writers.channel.TicketAnswer;
import dev.poolkeeper.writers.channel.TicketDecision;
import dev.poolkeeper.writers.ticket.Marks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Reads who moved a ticket into the status that approves or refuses, from its history.
 *
 * <p>A move counts when it was made after the label of the very plan was given to the ticket, by
 * somebody else than poolkeeper's own account, while the ticket still is in that status. Whoever
 * moves it out again takes back what they said. Nothing that is written in a ticket is read as a
 * decision.
 */
final class JiraDecisions {

  /** One change of the status, or of the labels. */
  private record Change(String id, Instant at, JsonNode author, String from, String to) {}

  private final JiraApi api;
  private final JiraSettings settings;

  JiraDecisions(JiraApi api, JiraSettings settings) {
    this.api = api;
    this.settings = settings;
  }

  TicketAnswer of(JiraTicket ticket, String planHash) {
    boolean approved = is(settings.approval().approvedStatus(), ticket.status());
    boolean rejected = is(settings.approval().rejectedStatus(), ticket.status());
    if (!approved && !rejected) {
      return new TicketAnswer.Read(List.of());
    }
    List<JsonNode> history = api.history(ticket.key());
    List<Change> moves = changes(history, "status");
    List<Change> into =
        moves.stream().filter(move -> move.to().equalsIgnoreCase(ticket.status())).toList();
    if (into.isEmpty()) {
      return new TicketAnswer.NotCounted(
          ticket.key(),
          "%s is %s, and nobody moved it there: it was made so"
              .formatted(ticket.key(), ticket.status()),
          ticket.key() + "/made-so/" + planHash);
    }
    Change last = into.get(into.size() - 1);
    String label = Marks.ofPlan(planHash);
    boolean stands = ticket.labels().contains(label) && ticket.mark().planHash().equals(planHash);
    Optional<Change> given = given(changes(history, "labels"), label);
    List<Change> forThis =
        into.stream().filter(move -> given.filter(g -> !after(move, g)).isEmpty()).toList();
    if (!stands || forThis.isEmpty()) {
      return new TicketAnswer.NotCounted(
          ticket.key(),
          "%s was moved to %s for another plan than %s: look at it again and decide again"
              .formatted(ticket.key(), ticket.status(), planHash.substring(0, 12)),
          "%s/%s/%s".formatted(ticket.key(), last.id(), planHash));
    }
    return counted(ticket, approved, forThis, moves);
  }

  private TicketAnswer counted(
      JiraTicket ticket, boolean approved, List<Change> forThis, List<Change> moves) {
    String self = account(api.myself());
    Map<String, TicketDecision> byPerson = new LinkedHashMap<>();
    List<String> others = new ArrayList<>();
    for (Change move : forThis) {
      String account = account(move.author());
      Optional<String> name = account.equals(self) ? Optional.empty() : name(move.author());
      boolean takenBack =
          moves.stream()
              .anyMatch(
                  later ->
                      after(later, move)
                          && later.from().equalsIgnoreCase(ticket.status())
                          && account(later.author()).equals(account));
      if (name.isEmpty()) {
        others.add(shown(move.author()));
      } else if (!takenBack) {
        byPerson.put(
            account,
            new TicketDecision(
                approved,
                name.get(),
                move.at(),
                "%s moved to %s at %s, change %s"
                    .formatted(ticket.key(), move.to(), move.at(), move.id())));
      }
    }
    if (byPerson.isEmpty() && !others.isEmpty()) {
      return new TicketAnswer.NotCounted(
          ticket.key(),
          "%s was moved to %s by %s, who decides nothing here"
              .formatted(ticket.key(), ticket.status(), String.join(", ", others)),
          "%s/%s".formatted(ticket.key(), forThis.get(forThis.size() - 1).id()));
    }
    List<TicketDecision> all = List.copyOf(byPerson.values());
    return new TicketAnswer.Read(
        approved || all.isEmpty() ? all : List.of(all.get(all.size() - 1)));
  }

  /** When the label of the plan was given; empty: when the ticket was made. */
  private static Optional<Change> given(List<Change> labels, String label) {
    Predicate<String> has = text -> List.of(text.split(" ", -1)).contains(label);
    return labels.stream()
        .filter(change -> has.test(change.to()) && !has.test(change.from()))
        .reduce((earlier, later) -> later);
  }

  private static List<Change> changes(List<JsonNode> history, String field) {
    List<Change> changes = new ArrayList<>();
    for (JsonNode entry : history) {
      for (JsonNode item : entry.path("items")) {
        if (item.path("field").stringValue("").equals(field)) {
          changes.add(
              new Change(
                  entry.path("id").stringValue(""),
                  JiraTicket.time(entry.path("created").stringValue("")).orElse(Instant.EPOCH),
                  entry.path("author"),
                  item.path("fromString").stringValue(""),
                  item.path("toString").stringValue("")));
        }
      }
    }
    changes.sort(Comparator.comparing(Change::at).thenComparing(JiraDecisions::number));
    return changes;
  }

  private static boolean after(Change change, Change other) {
    return Comparator.comparing(Change::at)
            .thenComparing(JiraDecisions::number)
            .compare(change, other)
        > 0;
  }

  private static long number(Change change) {
    return change.id().matches("\\d{1,18}") ? Long.parseLong(change.id()) : 0;
  }

  private String account(JsonNode user) {
    return user.path(settings.edition().account()).stringValue("");
  }

  /** As the ledger shall name them; empty when they decide nothing here. */
  private Optional<String> name(JsonNode user) {
    String mail = user.path("emailAddress").stringValue("");
    String account = account(user);
    if (account.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> people = settings.approval().people();
    if (people.isEmpty()) {
      return Optional.of("jira:" + (mail.isEmpty() ? account : mail.toLowerCase(Locale.ROOT)));
    }
    return Optional.ofNullable(people.get(account))
        .or(() -> Optional.ofNullable(people.get(mail.toLowerCase(Locale.ROOT))));
  }

  private String shown(JsonNode user) {
    return user.path("displayName").stringValue(account(user));
  }

  private static boolean is(Optional<String> status, String name) {
    return status.filter(name::equalsIgnoreCase).isPresent();
  }
}
