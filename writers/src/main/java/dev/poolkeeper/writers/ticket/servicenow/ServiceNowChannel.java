package dev.poolkeeper.writers.ticket.servicenow;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.poolkeeper.processors.delivery.Notice;
import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.writers.channel.DecidingChannel;
import dev.poolkeeper.writers.channel.Parcel;
import dev.poolkeeper.writers.channel.Probe;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.channel.TicketAnswer;
import dev.poolkeeper.writers.http.CallContext;
import dev.poolkeeper.writers.http.HttpCaller;
import dev.poolkeeper.writers.http.HttpPlace;
import dev.poolkeeper.writers.json.ContractJson;
import dev.poolkeeper.writers.notice.NoticeTexts;
import dev.poolkeeper.writers.notice.PlainText;
import dev.poolkeeper.writers.ticket.Marks;
import dev.poolkeeper.writers.ticket.NoticeWords;
import dev.poolkeeper.writers.ticket.TicketFailure;
import dev.poolkeeper.writers.ticket.servicenow.ServiceNowRecord.Display;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Keeps one incident per finding, and one change request per plan, in a ServiceNow. */
public final class ServiceNowChannel implements DecidingChannel {

  private final HttpCaller http;
  private final ServiceNowSettings settings;
  private final ServiceNowApi api;
  private final ServiceNowMaker maker;
  private final ServiceNowTeller teller;
  private final Clock clock;

  public ServiceNowChannel(
      HttpPlace place,
      ServiceNowLogin login,
      ServiceNowSettings settings,
      NoticeTexts texts,
      CallContext context) {
    this.http = new HttpCaller(place, context);
    this.settings = settings;
    this.api = new ServiceNowApi(http, login);
    this.maker = new ServiceNowMaker(settings, texts);
    this.teller = new ServiceNowTeller(api, settings, context.clock());
    this.clock = context.clock();
  }

  @Override
  public byte[] make(Notice notice) {
    return ContractJson.json().writeValueAsString(maker.make(notice)).getBytes(UTF_8);
  }

  @Override
  public Receipt send(Parcel parcel) {
    ServiceNowText text = ContractJson.json().readValue(parcel.text(), ServiceNowText.class);
    return tried(() -> teller.tell(parcel, text));
  }

  private static Receipt tried(Supplier<Receipt> talk) {
    try {
      return talk.get();
    } catch (TicketFailure failure) {
      return failure.receipt();
    }
  }

  @Override
  public boolean decides() {
    return settings.approvals();
  }

  @Override
  public TicketAnswer decisions(String reference, String planHash) {
    try {
      Optional<ServiceNowRecord> change = api.record(settings.changes().table(), reference);
      return change.isPresent()
          ? new ServiceNowDecisions(api, settings).of(change.get(), planHash)
          : new TicketAnswer.Unread(
              Receipt.of(
                      Outcome.Kind.REFUSED,
                      "there is no %s %s that this account may see"
                          .formatted(settings.changes().table(), reference))
                  .outcome());
    } catch (TicketFailure failure) {
      return new TicketAnswer.Unread(failure.receipt().outcome());
    }
  }

  @Override
  public Receipt remark(String reference, String key, String text) {
    String table = settings.changes().table();
    return tried(
        () -> {
          String mark = Marks.ofDelivery(key);
          Optional<ServiceNowRecord> record = api.record(table, reference);
          if (record.isPresent() && !record.get().display().has(mark)) {
            Display before = record.get().display();
            api.change(
                table,
                reference,
                Map.of(
                    "work_notes",
                    PlainText.of(NoticeWords.remark(key, text).document()),
                    "correlation_display",
                    before.told(before.over(), before.severity(), mark).text()));
          }
          return Receipt.delivered(
              "%s has a note".formatted(record.map(ServiceNowRecord::number).orElse(reference)),
              reference,
              Optional.of(api.page(table, reference)));
        });
  }

  @Override
  public List<Probe> probe(boolean sendTest) {
    List<Probe> probes = new ArrayList<>();
    probes.add(login());
    if (probes.get(0).result() != Probe.Result.FAILED) {
      probes.add(table(settings.incidents().table()));
      if (settings.children()) {
        probes.add(parent(settings.incidents().table()));
      }
      probes.add(table(settings.changes().table()));
    }
    if (sendTest && probes.stream().noneMatch(p -> p.result() == Probe.Result.FAILED)) {
      Receipt receipt = tried(() -> teller.test(clock.instant()));
      probes.add(Probe.of("incident", receipt, "see the role and the mandatory fields"));
    }
    return probes;
  }

  private Probe login() {
    try {
      return api.self()
          .map(user -> Probe.ok("login", user))
          .orElseGet(
              () ->
                  settings.approvals()
                      ? Probe.failed(
                          "login",
                          "taken, but the account may not see its own user, which approvals need",
                          "let it read its own sys_user record")
                      : Probe.ok("login", "taken"));
    } catch (TicketFailure failure) {
      return Probe.failed(
          "login",
          failure.receipt().outcome().said(),
          "check url, user and password-file, or token-file");
    }
  }

  private Probe table(String table) {
    try {
      api.first(table, "correlation_id=poolkeeper-check");
      return Probe.ok("table " + table, "can be read");
    } catch (TicketFailure failure) {
      return Probe.failed(
          "table " + table, failure.receipt().outcome().said(), "see the account's roles");
    }
  }

  /** A field that is not there, or that the account may not read, is left out of what is found. */
  private Probe parent(String table) {
    String what = ServiceNowRecord.PARENT;
    try {
      List<JsonNode> rows = api.rows(table, "ORDERBYDESCsys_created_on", "sys_id," + what, 1);
      if (rows.isEmpty()) {
        return Probe.notTried(what, "%s has no record to look at".formatted(table));
      }
      return rows.get(0).has(what)
          ? Probe.ok(what, "can be read")
          : Probe.failed(
              what,
              "%s has no such field that this account may read".formatted(table),
              "let the account read and write it, or set group-as: list");
    } catch (TicketFailure failure) {
      return Probe.failed(what, failure.receipt().outcome().said(), "see the account's roles");
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
