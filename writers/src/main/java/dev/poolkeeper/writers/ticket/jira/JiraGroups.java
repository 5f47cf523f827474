package dev.poolkeeper.writers.ticket.jira;

import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.writers.channel.Parcel;
import dev.poolkeeper.writers.ticket.TicketFailure;
import java.util.Optional;

/**
 * Keeps the ticket of a finding with that of its group, where the settings want that. A link is
 * looked for before it is made, so that it is made once however often a delivery is repeated.
 */
final class JiraGroups {

  private final JiraApi api;
  private final JiraSettings settings;
  private final JiraFinder finder;

  JiraGroups(JiraApi api, JiraSettings settings, JiraFinder finder) {
    this.api = api;
    this.settings = settings;
    this.finder = finder;
  }

  /** The group's ticket, which a new one is made for; empty when it stands alone. */
  Optional<JiraTicket> needed(Parcel parcel, JiraText text) {
    if (text.group().isEmpty() || settings.members().isEmpty()) {
      return Optional.empty();
    }
    Optional<JiraTicket> group = finder.group(parcel, text.group().get());
    if (group.isEmpty()) {
      throw new TicketFailure(
          Outcome.Kind.DEFERRED, "its group has no ticket yet, %s".formatted(text.group().get()));
    }
    return group;
  }

  /** Ties a ticket that is there already; says in words what was done. */
  String tie(Parcel parcel, JiraText text, JiraTicket ticket) {
    if (text.group().isEmpty() || settings.linkType().isEmpty()) {
      return "";
    }
    return finder
        .group(parcel, text.group().get())
        .filter(group -> !ticket.linkedTo(group.key(), settings.linkType().get()))
        .map(group -> link(group, ticket.key()))
        .orElse("");
  }

  /** Ties one that was just made. */
  String tieNew(JiraTicket group, String key) {
    return settings.linkType().isPresent()
        ? link(group, key)
        : ", a sub-task of %s".formatted(group.key());
  }

  private String link(JiraTicket group, String key) {
    api.link(settings.linkType().orElseThrow(), group.key(), key);
    return ", linked to %s".formatted(group.key());
  }
}
