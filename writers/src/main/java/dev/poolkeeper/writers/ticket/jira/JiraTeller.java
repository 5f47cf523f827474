package dev.poolkeeper.writers.ticket.jira;

import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.writers.channel.Parcel;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.ticket.Marks;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings the ticket of a matter to what its text says. It may be killed between any two requests
 * and begun anew: the last request of each way notes the delivery with the ticket, what was carried
 * through is left alone, and a comment is made once.
 */
final class JiraTeller {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final JiraApi api;
  private final JiraSettings settings;
  private final JiraFields fields;
  private final JiraFinder finder;
  private final JiraGroups groups;
  private final JiraMoves moves;
  private final Clock clock;

  JiraTeller(JiraApi api, JiraSettings settings, Clock clock) {
    this.api = api;
    this.settings = settings;
    this.fields = new JiraFields(settings, api);
    this.finder = new JiraFinder(api, settings.project());
    this.groups = new JiraGroups(api, settings, finder);
    this.moves = new JiraMoves(api, settings.workflow());
    this.clock = clock;
  }

  Receipt tell(Parcel parcel, JiraText text) {
    Optional<JiraTicket> found = finder.find(parcel, text);
    if (found.isEmpty()) {
      return text.over()
          ? nothing("it is over, and never had a ticket")
          : create(parcel, text, Optional.empty());
    }
    JiraTicket ticket = found.get();
    if (ticket.mark().key().equals(parcel.key())) {
      String tied = text.over() ? "" : groups.tie(parcel, text, ticket);
      return told(ticket, "%s was told of it before%s".formatted(ticket.key(), tied));
    }
    if (text.over()) {
      return over(parcel, text, ticket);
    }
    return ticket.done() ? ended(parcel, text, ticket) : update(parcel, text, ticket);
  }

  /** A matter that is over needs no ticket any more, and one of a group that is given up none. */
  private static Receipt nothing(String why) {
    return Receipt.of(new Outcome(Outcome.Kind.DELIVERED, OptionalInt.empty(), why));
  }

  private Receipt create(Parcel parcel, JiraText text, Optional<JiraTicket> earlier) {
    Optional<JiraTicket> group = groups.needed(parcel, text);
    Optional<String> wontFix = group.flatMap(this::wontFix);
    if (wontFix.isPresent()) {
      return nothing(
          "its group, %s, was closed as %s: no ticket was made"
              .formatted(group.get().key(), wontFix.get()));
    }
    JiraMark mark = JiraMark.after(parcel.key(), text, earlier.map(JiraTicket::key));
    String key = api.create(fields.create(text, mark, group.map(JiraTicket::key)));
    String said =
        earlier
            .map(old -> "made %s, which follows %s".formatted(key, old.key()))
            .orElse("made " + key);
    String tied = group.map(ticket -> groups.tieNew(ticket, key)).orElse("");
    return Receipt.delivered(said + tied, key, Optional.of(api.page(key)));
  }

  /** As what a ticket is closed by which people say that they know and will not. */
  private Optional<String> wontFix(JiraTicket ticket) {
    return ticket
        .resolution()
        .filter(r -> settings.workflow().wontFix().stream().anyMatch(r::equalsIgnoreCase));
  }

  private Receipt update(Parcel parcel, JiraText text, JiraTicket ticket) {
    comment(parcel, text, ticket);
    String asked = askAgain(text, ticket);
    JiraMark mark =
        JiraMark.after(
            parcel.key(), text, Optional.of(ticket.mark().earlier()).filter(key -> !key.isEmpty()));
    api.edit(ticket.key(), fields.edit(text, ticket, mark));
    String tied = groups.tie(parcel, text, ticket);
    return told(
        ticket,
        "%s has a comment and is as it stands now%s%s".formatted(ticket.key(), tied, asked));
  }

  /** A ticket in which another plan was decided is moved back, so that this one can be. */
  private String askAgain(JiraText text, JiraTicket ticket) {
    boolean decided =
        Stream.of(settings.approval().approvedStatus(), settings.approval().rejectedStatus())
            .flatMap(Optional::stream)
            .anyMatch(ticket.status()::equalsIgnoreCase);
    if (!decided || !otherPlan(text, ticket)) {
      return "";
    }
    return moves.reopen(ticket)
        ? "; it was moved back, as another plan was decided in it"
        : "; it still is %s, which was for another plan: somebody has to move it back"
            .formatted(ticket.status());
  }

  private static boolean otherPlan(JiraText text, JiraTicket ticket) {
    return text.planHash().filter(hash -> !hash.equals(ticket.mark().planHash())).isPresent();
  }

  /** Of a ticket that is closed while its matter is open. */
  private Receipt ended(Parcel parcel, JiraText text, JiraTicket ticket) {
    boolean back = text.back() || ticket.mark().over() || otherPlan(text, ticket);
    boolean recent =
        ticket
            .resolvedAt()
            .map(at -> at.plus(settings.workflow().reopenWithin()))
            .filter(end -> end.isBefore(clock.instant()))
            .isEmpty();
    Optional<String> wontFix = wontFix(ticket);
    if (wontFix.isPresent() && (recent || !back)) {
      return told(
          ticket,
          "%s was closed as %s: it was left alone, and no other was made"
              .formatted(ticket.key(), wontFix.get()));
    }
    if (!back && !worse(text, ticket)) {
      return told(
          ticket,
          "%s was closed by somebody while this goes on: it was left alone, as it is no worse"
              .formatted(ticket.key()));
    }
    if (recent && wontFix.isEmpty() && moves.reopen(ticket)) {
      return update(parcel, text, ticket);
    }
    return create(parcel, text, Optional.of(ticket));
  }

  private static boolean worse(JiraText text, JiraTicket ticket) {
    Optional<Severity> before = Severity.named(ticket.mark().severity());
    Optional<Severity> now = Severity.named(text.severity());
    return before.isPresent() && now.isPresent() && now.get().compareTo(before.get()) < 0;
  }

  private Receipt over(Parcel parcel, JiraText text, JiraTicket ticket) {
    String said = "%s was closed already".formatted(ticket.key());
    if (!ticket.done()) {
      comment(parcel, text, ticket);
      said = "%s has a comment and %s".formatted(ticket.key(), moves.resolve(ticket));
    }
    api.remember(
        ticket.key(),
        new JiraMark(
            text.topic(),
            parcel.key(),
            text.night(),
            ticket.mark().severity(),
            ticket.mark().planHash(),
            ticket.mark().earlier(),
            true));
    return told(ticket, said);
  }

  private void comment(Parcel parcel, JiraText text, JiraTicket ticket) {
    boolean there =
        parcel.attempt() > 1 && api.commented(ticket.key(), Marks.ofDelivery(parcel.key()));
    if (!there) {
      api.comment(ticket.key(), text.comment());
    }
  }

  private Receipt told(JiraTicket ticket, String said) {
    return Receipt.delivered(said, ticket.key(), Optional.of(api.page(ticket.key())));
  }

  /** A comment, once for its key. */
  Receipt remark(String key, String mark, org.commonmark.node.Node text) {
    if (!api.commented(key, mark)) {
      api.comment(key, settings.edition().text(text));
    }
    return Receipt.delivered("%s has a comment".formatted(key), key, Optional.of(api.page(key)));
  }

  /** Something small that says what it is; closed again where that is set. */
  Receipt test(Instant now) {
    ObjectNode issue = fields.test("poolkeeper test of %s: may be deleted".formatted(now));
    String key = api.create(issue);
    String became = api.ticket(key).map(moves::resolve).orElse("cannot be read by this account");
    return Receipt.delivered(
        "made %s, which may be deleted and %s".formatted(key, became),
        key,
        Optional.of(api.page(key)));
  }

  static ArrayNode strings(List<String> all) {
    ArrayNode made = JSON.arrayNode();
    all.forEach(made::add);
    return made;
  }
}
