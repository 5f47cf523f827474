package dev.poolkeeper.writers.ticket.jira;

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
import dev.poolkeeper.writers.ticket.Marks;
import dev.poolkeeper.writers.ticket.NoticeWords;
import dev.poolkeeper.writers.ticket.TicketFailure;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps one ticket per matter in a Jira project, from its beginning to its end. Handing the same
 * parcel over again is harmless, however far it had come.
 */
public final class JiraChannel implements DecidingChannel {

  private final HttpCaller http;
  private final JiraSettings settings;
  private final JiraApi api;
  private final JiraMaker maker;
  private final JiraTeller teller;
  private final Clock clock;

  public JiraChannel(
      HttpPlace place,
      JiraLogin login,
      JiraSettings settings,
      NoticeTexts texts,
      CallContext context) {
    this.http = new HttpCaller(place, context);
    this.settings = settings;
    this.api = new JiraApi(http, settings.edition(), login);
    this.maker = new JiraMaker(settings, texts);
    this.teller = new JiraTeller(api, settings, context.clock());
    this.clock = context.clock();
  }

  @Override
  public byte[] make(Notice notice) {
    return ContractJson.json().writeValueAsString(maker.make(notice)).getBytes(UTF_8);
  }

  @Override
  public Receipt send(Parcel parcel) {
    JiraText text = ContractJson.json().readValue(parcel.text(), JiraText.class);
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
    return settings.approval().approvedStatus().isPresent()
        || settings.approval().rejectedStatus().isPresent();
  }

  @Override
  public TicketAnswer decisions(String reference, String planHash) {
    try {
      Optional<JiraTicket> ticket = api.ticket(reference);
      return ticket.isPresent()
          ? new JiraDecisions(api, settings).of(ticket.get(), planHash)
          : new TicketAnswer.Unread(
              Receipt.of(
                      Outcome.Kind.REFUSED,
                      "there is no ticket %s that this account may see".formatted(reference))
                  .outcome());
    } catch (TicketFailure failure) {
      return new TicketAnswer.Unread(failure.receipt().outcome());
    }
  }

  @Override
  public Receipt remark(String reference, String key, String text) {
    return tried(
        () ->
            teller.remark(
                reference, Marks.ofDelivery(key), NoticeWords.remark(key, text).document()));
  }

  @Override
  public List<Probe> probe(boolean sendTest) {
    List<Probe> probes = new ArrayList<>(new JiraProbe(api, settings).probe());
    if (sendTest && probes.stream().noneMatch(p -> p.result() == Probe.Result.FAILED)) {
      Receipt receipt = tried(() -> teller.test(clock.instant()));
      probes.add(Probe.of("ticket", receipt, "set the fields that Jira asks for, under fields"));
    }
    return probes;
  }

  @Override
  public void close() {
    http.close();
  }
}
