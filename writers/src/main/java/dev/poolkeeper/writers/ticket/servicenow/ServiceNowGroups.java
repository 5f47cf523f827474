package dev.poolkeeper.writers.ticket.servicenow;

import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.writers.channel.Parcel;
import dev.poolkeeper.writers.ticket.TicketFailure;
import java.util.Optional;

/** Keeps the incident of a finding with that of its group, where the settings want that. */
final class ServiceNowGroups {

  private final ServiceNowApi api;
  private final ServiceNowSettings settings;

  ServiceNowGroups(ServiceNowApi api, ServiceNowSettings settings) {
    this.api = api;
    this.settings = settings;
  }

  /** The group's incident, as far as one is known; empty also for what stands alone. */
  Optional<ServiceNowRecord> known(Parcel parcel, ServiceNowText text) {
    if (text.group().isEmpty() || !settings.children()) {
      return Optional.empty();
    }
    return parcel
        .group()
        .flatMap(id -> api.record(text.table(), id))
        .or(
            () ->
                api.first(
                    text.table(), "correlation_id=" + text.group().get() + ServiceNowTeller.ORDER));
  }

  /** The same, for a new incident that cannot be without; empty only for what stands alone. */
  Optional<ServiceNowRecord> needed(Parcel parcel, ServiceNowText text) {
    Optional<ServiceNowRecord> group = known(parcel, text);
    if (group.isEmpty() && text.group().isPresent() && settings.children()) {
      throw new TicketFailure(
          Outcome.Kind.DEFERRED, "its group has no record yet, " + text.group().get());
    }
    return group;
  }

  /**
   * Whether an incident may have children. It is never opened again: ServiceNow would open all of
   * them with it, also those whose matters are over. Source: ServiceNow, Synchronization between a
   * parent and a child incident.
   */
  boolean mayHaveChildren(ServiceNowText text) {
    return settings.children() && text.group().isEmpty() && text.planHash().isEmpty();
  }

  /** ServiceNow drops what an account may not write. */
  static String childOf(ServiceNowRecord group, ServiceNowRecord made) {
    return made.parent().equals(group.id())
        ? ", a child of %s".formatted(group.number())
        : ", and no child of %s: this account may not write parent_incident"
            .formatted(group.number());
  }
}
