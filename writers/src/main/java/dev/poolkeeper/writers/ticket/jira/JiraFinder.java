package dev.poolkeeper.writers.ticket.jira;

import dev.poolkeeper.writers.channel.Parcel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the ticket of a matter before anything is made.
 *
 * <p>What an earlier receipt said goes first, then the search by label. Jira's search lags behind
 * its database, so that a ticket whose making was never answered may not be found by it. Wherever
 * one may have been made, tickets that are newer than the newest which the search knows are looked
 * at one by one, by key, which the database answers.
 */
final class JiraFinder {

  private static final int MOST_FOUND = 10;

  /** Deleted tickets, and those of others that cannot be seen, leave gaps. */
  private static final int LONGEST_GAP = 5;

  private static final int LONGEST_WALK = 60;

  private final JiraApi api;
  private final String project;

  JiraFinder(JiraApi api, String project) {
    this.api = api;
    this.project = project;
  }

  /** The ticket to go on with; empty when the matter has none. */
  Optional<JiraTicket> find(Parcel parcel, JiraText text) {
    Optional<JiraTicket> known = parcel.reference().flatMap(api::ticket);
    if (known.filter(ticket -> current(ticket, parcel)).isPresent()) {
      return known;
    }
    List<JiraTicket> all = new ArrayList<>(known.stream().toList());
    all.addAll(indexed(text.mark(), known.map(JiraTicket::key).orElse("")));
    boolean lost = parcel.attempt() > 1 || (all.isEmpty() && !text.opened());
    if (lost && all.stream().noneMatch(ticket -> current(ticket, parcel))) {
      all.addAll(notIndexed(text.mark()));
    }
    return all.stream()
        .min(
            Comparator.comparing((JiraTicket ticket) -> !ticket.mark().key().equals(parcel.key()))
                .thenComparing(JiraTicket::done)
                .thenComparing(ticket -> ticket.done() ? -ticket.number() : ticket.number()));
  }

  /** The ticket of the group that a matter belongs to; empty when none is known. */
  Optional<JiraTicket> group(Parcel parcel, String mark) {
    return parcel
        .group()
        .flatMap(api::ticket)
        .or(
            () ->
                indexed(mark, "").stream()
                    .min(
                        Comparator.comparing(JiraTicket::done)
                            .thenComparing(ticket -> -ticket.number())));
  }

  /** What the index knows of a label and the database confirms, but for one key. */
  private List<JiraTicket> indexed(String mark, String but) {
    return api
        .search(
            "project = \"%s\" AND labels = \"%s\" ORDER BY created DESC".formatted(project, mark),
            MOST_FOUND)
        .stream()
        .filter(key -> !key.equals(but))
        .flatMap(key -> api.ticket(key).stream())
        .filter(ticket -> ticket.labels().contains(mark))
        .toList();
  }

  /** It is open, or it has this very delivery. */
  private static boolean current(JiraTicket ticket, Parcel parcel) {
    return !ticket.done() || ticket.mark().key().equals(parcel.key());
  }

  private List<JiraTicket> notIndexed(String mark) {
    int number =
        api.search("project = \"%s\" ORDER BY created DESC".formatted(project), 1).stream()
            .mapToInt(JiraTicket::number)
            .findFirst()
            .orElse(0);
    List<JiraTicket> found = new ArrayList<>();
    int gap = 0;
    for (int step = 1; step <= LONGEST_WALK && gap < LONGEST_GAP; step++) {
      Optional<JiraTicket> next = api.ticket(project + "-" + (number + step));
      gap = next.isPresent() ? 0 : gap + 1;
      next.filter(ticket -> ticket.labels().contains(mark)).ifPresent(found::add);
    }
    return found;
  }
}
