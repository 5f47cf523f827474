package dev.poolkeeper.writers.ticket.servicenow;

import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.writers.channel.Parcel;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.ticket.Marks;
import dev.poolkeeper.writers.ticket.TicketFailure;
import dev.poolkeeper.writers.ticket.servicenow.ServiceNowRecord.Display;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Brings the record of a matter to what its text says. Each delivery is one request that writes,
 * and notes itself in the record: one that is handed over again is known again.
 */
final class ServiceNowTeller {

  /** Active ones first, the newest of them first. */
  static final String ORDER = "^ORDERBYDESCactive^ORDERBYDESCsys_created_on";

  private final ServiceNowApi api;
  private final ServiceNowSettings settings;
  private final ServiceNowGroups groups;
  private final Clock clock;

  ServiceNowTeller(ServiceNowApi api, ServiceNowSettings settings, Clock clock) {
    this.api = api;
    this.settings = settings;
    this.groups = new ServiceNowGroups(api, settings);
    this.clock = clock;
  }

  Receipt tell(Parcel parcel, ServiceNowText text) {
    String delivery = Marks.ofDelivery(parcel.key());
    Optional<ServiceNowRecord> found = find(parcel, text, delivery);
    if (found.isEmpty() && text.over() && text.planHash().isPresent()) {
      found = ofMatter(parcel, text);
    }
    if (found.isEmpty()) {
      return text.over()
          ? nothing("it is over, and never had a record")
          : create(parcel, text, delivery, earlierPlan(parcel, text, delivery));
    }
    ServiceNowRecord record = found.get();
    if (record.display().has(delivery)) {
      return told(text, record, "%s was told of it before".formatted(record.number()));
    }
    if (text.over()) {
      return over(text, delivery, record);
    }
    return closed(record)
        ? ended(parcel, text, delivery, record)
        : update(parcel, text, delivery, record, Map.of());
  }

  private static Receipt nothing(String why) {
    return Receipt.of(new Outcome(Outcome.Kind.DELIVERED, OptionalInt.empty(), why));
  }

  /** What an earlier receipt said, unless it is closed or for another plan; else by correlation. */
  private Optional<ServiceNowRecord> find(Parcel parcel, ServiceNowText text, String delivery) {
    Optional<ServiceNowRecord> known =
        parcel
            .reference()
            .flatMap(id -> api.record(text.table(), id))
            .filter(record -> record.correlation().equals(text.correlation()));
    boolean current = known.filter(r -> !closed(r) || r.display().has(delivery)).isPresent();
    if (current) {
      return known;
    }
    Optional<ServiceNowRecord> found =
        api.first(text.table(), "correlation_id=" + text.correlation() + ORDER);
    if (found.filter(r -> !r.correlation().equals(text.correlation())).isPresent()) {
      throw new TicketFailure(
          Outcome.Kind.NOT_ALLOWED,
          "a search of %s by correlation_id found another's record: this account may not read that field"
              .formatted(text.table()));
    }
    return found.or(() -> known);
  }

  /** A change request of an older plan is told so, before another is made. */
  private Optional<ServiceNowRecord> earlierPlan(
      Parcel parcel, ServiceNowText text, String delivery) {
    if (text.planHash().isEmpty()) {
      return Optional.empty();
    }
    Optional<ServiceNowRecord> earlier = ofMatter(parcel, text);
    if (earlier.filter(r -> r.active() && !r.display().has(delivery)).isPresent()) {
      Map<String, String> fields = new TreeMap<>(settings.changes().recovery());
      fields.put(
          "work_notes",
          "The plan is another one now. Whatever is approved here is for the old plan and counts"
              + " for nothing; a new request follows.");
      fields.put(
          "correlation_display",
          earlier.get().display().told(true, text.severity(), delivery).text());
      api.change(text.table(), earlier.get().id(), fields);
    }
    return earlier;
  }

  /** The change request of any plan of the matter. */
  private Optional<ServiceNowRecord> ofMatter(Parcel parcel, ServiceNowText text) {
    String start = text.matter() + "-";
    return parcel
        .reference()
        .flatMap(id -> api.record(text.table(), id))
        .or(() -> api.first(text.table(), "correlation_idSTARTSWITH" + start + ORDER))
        .filter(record -> record.correlation().startsWith(start));
  }

  private Receipt create(
      Parcel parcel, ServiceNowText text, String delivery, Optional<ServiceNowRecord> earlier) {
    Optional<ServiceNowRecord> group = groups.needed(parcel, text);
    if (group.filter(record -> closed(record) && wontFix(record)).isPresent()) {
      return nothing(
          "its group, %s, was closed as %s: no record was made"
              .formatted(group.get().number(), group.get().closeCode()));
    }
    ServiceNowSettings.Kind kind =
        text.planHash().isPresent() ? settings.changes() : settings.incidents();
    Map<String, String> fields = new TreeMap<>(kind.fields());
    fields.putAll(text.fields());
    earlier.ifPresent(
        old -> fields.merge("description", "Follows " + old.number(), (d, f) -> f + "\n\n" + d));
    group.ifPresent(record -> fields.put(ServiceNowRecord.PARENT, record.id()));
    fields.put("correlation_id", text.correlation());
    fields.put("correlation_display", Display.first(text.severity(), delivery).text());
    ServiceNowRecord made = made(text.table(), fields);
    String said =
        earlier
            .map(old -> "made %s, which follows %s".formatted(made.number(), old.number()))
            .orElse("made " + made.number());
    return told(
        text, made, said + group.map(record -> ServiceNowGroups.childOf(record, made)).orElse(""));
  }

  /** Makes a record that can be found again. */
  private ServiceNowRecord made(String table, Map<String, String> fields) {
    ServiceNowRecord made = api.create(table, fields);
    if (made.correlation().equals(fields.get("correlation_id"))) {
      return made;
    }
    throw new TicketFailure(
        new Receipt(
            new Outcome(
                Outcome.Kind.NOT_ALLOWED,
                OptionalInt.empty(),
                "%s was made without its correlation_id: this account may not write that field, and every night would make another"
                    .formatted(made.number())),
            Optional.of(made.id()),
            Optional.of(api.page(table, made.id())),
            Optional.empty()));
  }

  private Receipt update(
      Parcel parcel,
      ServiceNowText text,
      String delivery,
      ServiceNowRecord record,
      Map<String, String> more) {
    Map<String, String> fields = new TreeMap<>(text.fields());
    fields.putAll(more);
    groups.known(parcel, text).ifPresent(group -> fields.put(ServiceNowRecord.PARENT, group.id()));
    fields.put("work_notes", text.note());
    fields.put(
        "correlation_display", record.display().told(false, text.severity(), delivery).text());
    api.change(text.table(), record.id(), fields);
    return told(text, record, "%s has a note and is as it stands now".formatted(record.number()));
  }

  /** Of a record that is closed while its matter is open. */
  private Receipt ended(
      Parcel parcel, ServiceNowText text, String delivery, ServiceNowRecord record) {
    boolean back = text.back() || record.display().over();
    boolean recent =
        record
            .closedAt()
            .map(at -> at.plus(settings.reopenWithin()))
            .filter(end -> end.isBefore(clock.instant()))
            .isEmpty();
    boolean wontFix = wontFix(record);
    if (wontFix && (recent || !back)) {
      return told(
          text,
          record,
          "%s was closed as %s: it was left alone, and no other was made"
              .formatted(record.number(), record.closeCode()));
    }
    if (!back && !worse(text, record)) {
      return told(
          text,
          record,
          "%s was closed by somebody while this goes on: it was left alone, as it is no worse"
              .formatted(record.number()));
    }
    boolean reopens =
        recent
            && !wontFix
            && record.active()
            && !settings.reopen().isEmpty()
            && !groups.mayHaveChildren(text);
    return reopens
        ? update(parcel, text, delivery, record, settings.reopen())
        : create(parcel, text, delivery, Optional.of(record));
  }

  private boolean wontFix(ServiceNowRecord record) {
    return settings.wontFix().stream().anyMatch(record.closeCode()::equalsIgnoreCase);
  }

  private static boolean worse(ServiceNowText text, ServiceNowRecord record) {
    Optional<Severity> before = Severity.named(record.display().severity());
    Optional<Severity> now = Severity.named(text.severity());
    return before.isPresent() && now.isPresent() && now.get().compareTo(before.get()) < 0;
  }

  private Receipt over(ServiceNowText text, String delivery, ServiceNowRecord record) {
    if (closed(record)) {
      return told(text, record, "%s was closed already".formatted(record.number()));
    }
    ServiceNowSettings.Kind kind =
        text.planHash().isPresent() ? settings.changes() : settings.incidents();
    Map<String, String> fields = new TreeMap<>(kind.recovery());
    fields.put("work_notes", text.note());
    fields.put(
        "correlation_display",
        record.display().told(true, record.display().severity(), delivery).text());
    api.change(text.table(), record.id(), fields);
    return told(
        text,
        record,
        kind.recovery().isEmpty()
            ? "%s has a note; it stays open".formatted(record.number())
            : "%s has a note and is closed".formatted(record.number()));
  }

  /** Something small that says what it is; ended again where that is set. */
  Receipt test(Instant now) {
    String table = settings.incidents().table();
    Map<String, String> fields = new TreeMap<>(settings.incidents().fields());
    fields.put("short_description", "poolkeeper test of %s: may be deleted".formatted(now));
    fields.put("correlation_id", "poolkeeper-test");
    ServiceNowRecord made = made(table, fields);
    Map<String, String> end = settings.incidents().recovery();
    if (!end.isEmpty()) {
      api.change(table, made.id(), end);
    }
    return Receipt.delivered(
        "made %s, which may be deleted and %s"
            .formatted(made.number(), end.isEmpty() ? "stays open" : "is closed"),
        made.id(),
        Optional.of(api.page(table, made.id())));
  }

  /**
   * Changes have no states that mean the same everywhere: for them it is whether they are active.
   */
  private boolean closed(ServiceNowRecord record) {
    boolean change = record.correlation().contains(ServiceNowMaker.ending(""));
    return !record.active() || (!change && settings.closedStates().contains(record.state()));
  }

  private Receipt told(ServiceNowText text, ServiceNowRecord record, String said) {
    return Receipt.delivered(said, record.id(), Optional.of(api.page(text.table(), record.id())));
  }
}
