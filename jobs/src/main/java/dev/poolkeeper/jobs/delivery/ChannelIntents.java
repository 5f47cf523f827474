package dev.poolkeeper.jobs.delivery;

import dev.poolkeeper.jobs.configuration.ChannelSettings;
import dev.poolkeeper.jobs.configuration.ChannelType.Hears;
import dev.poolkeeper.processors.delivery.Intent;
import dev.poolkeeper.processors.delivery.SendDecision;
import dev.poolkeeper.processors.delivery.SendDecision.Last;
import dev.poolkeeper.processors.delivery.SendDecision.Tonight;
import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.SubjectFacts;
import dev.poolkeeper.processors.matter.FindingMatters;
import dev.poolkeeper.processors.matter.LastTold;
import dev.poolkeeper.processors.matter.NoticeDraft;
import dev.poolkeeper.processors.matter.NoticePlanner;
import dev.poolkeeper.processors.matter.NoticePlanner.Manner;
import dev.poolkeeper.processors.matter.ProposalMatters;
import dev.poolkeeper.processors.proposal.Proposal;
import dev.poolkeeper.readers.ledger.NoticeReader;
import dev.poolkeeper.readers.ledger.OutboxReader;
import dev.poolkeeper.writers.ledger.NoticeWriter;
import dev.poolkeeper.writers.ledger.OutboxWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes down what channels are to be told, in the transaction that stores what it is about. A
 * night that is run again after later ones tells them nothing: they know newer things.
 */
public final class ChannelIntents {

  /** What it reads and writes of the ledger. */
  public record Ledger(
      OutboxReader outbox, OutboxWriter writer, NoticeReader notices, NoticeWriter drafts) {}

  private final List<ChannelSettings> channels;
  private final Ledger ledger;
  private final Clock clock;

  public ChannelIntents(List<ChannelSettings> channels, Ledger ledger, Clock clock) {
    this.channels = List.copyOf(channels);
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * What single findings of a night have for channels that follow them.
   *
   * @param scopes what is known of the subjects of findings, by fingerprint
   */
  public void findings(Order order, List<Finding> findings, Map<String, SubjectFacts> scopes) {
    for (ChannelSettings channel : following(order)) {
      FindingMatters matters =
          new FindingMatters(findings, scopes, channel.routes(), channel.grouping());
      Memory memory = memory(channel, order.night(), false);
      tell(
          order,
          channel,
          memory,
          new NoticePlanner(manner(channel, memory))
              .plan(matters.standings(), memory.told(), matters, matters::rest));
    }
  }

  /** What cleanups that wait for approval have for channels that want to hear of them. */
  public void proposals(Order order, List<Proposal> proposals) {
    for (ChannelSettings channel : following(order)) {
      if (channel.proposals()) {
        ProposalMatters matters = new ProposalMatters(proposals);
        Memory memory = memory(channel, order.night(), true);
        tell(
            order,
            channel,
            memory,
            new NoticePlanner(manner(channel, memory))
                .plan(matters.standings(), memory.told(), matters, matters::rest));
      }
    }
  }

  /**
   * What a run as a whole has for channels that hear of runs.
   *
   * @param tonight its verdict, and whether anything of it is new
   */
  public void report(Order order, Tonight tonight) {
    if (order.telling() == Telling.NOBODY) {
      return;
    }
    for (ChannelSettings channel : channels) {
      Hears hears = channel.type().hears();
      boolean reports = hears == Hears.REPORTS || hears == Hears.FIGURES;
      if (reports && channel.jobs().contains(order.job())) {
        report(order, channel, tonight);
      }
    }
  }

  private void report(Order order, ChannelSettings channel, Tonight tonight) {
    String type = channel.type().word();
    boolean figures = channel.type().hears() == Hears.FIGURES;
    boolean again = order.telling() == Telling.AGAIN || figures;
    Optional<Last> last =
        ledger
            .outbox()
            .lastSent(type, channel.name(), order.job(), order.night())
            .map(item -> new Last(item.night(), item.material()));
    SendDecision decision = SendDecision.of(channel.when(), 0, last, tonight);
    Intent intent =
        new Intent(
            type,
            channel.name(),
            order.job(),
            order.job(),
            order.night(),
            tonight.verdict(),
            again ? Optional.empty() : decision.skipped());
    ledger
        .writer()
        .want(
            intent,
            ledger.outbox().newest(type, channel.name(), order.job(), order.night()),
            order.run(),
            again,
            clock.instant());
    ledger.drafts().supersedeOlder(intent, clock.instant());
  }

  private List<ChannelSettings> following(Order order) {
    return channels.stream()
        .filter(channel -> order.telling() != Telling.NOBODY)
        .filter(
            channel ->
                channel.type().hears() == Hears.MATTERS
                    || channel.type().hears() == Hears.MATTERS_EVERY_NIGHT)
        .filter(
            channel ->
                ledger
                    .notices()
                    .newestNight(channel.type().word(), channel.name())
                    .filter(order.night()::isBefore)
                    .isEmpty())
        .toList();
  }

  /**
   * What a channel knows.
   *
   * @param told by topic
   * @param untouched topics of which something waits that cannot have arrived
   * @param begun how many matters of this night it was told as new already
   */
  private record Memory(Map<String, LastTold> told, Set<String> untouched, int begun) {}

  private Memory memory(ChannelSettings channel, LocalDate night, boolean proposals) {
    String type = channel.type().word();
    Map<String, LastTold> told = new HashMap<>(ledger.notices().told(type, channel.name()));
    told.keySet().removeIf(topic -> topic.startsWith(ProposalMatters.TOPIC) != proposals);
    Set<String> untouched = new HashSet<>(ledger.notices().untouched(type, channel.name()));
    untouched.removeIf(topic -> topic.startsWith(ProposalMatters.TOPIC) != proposals);
    return new Memory(told, untouched, ledger.notices().begun(type, channel.name(), night));
  }

  private static Manner manner(ChannelSettings channel, Memory memory) {
    boolean everyNight = channel.type().hears() == Hears.MATTERS_EVERY_NIGHT;
    return new Manner(
        everyNight ? Integer.MAX_VALUE : Math.max(0, channel.maxNew() - memory.begun()),
        everyNight);
  }

  private void tell(Order order, ChannelSettings channel, Memory memory, List<NoticeDraft> drafts) {
    String type = channel.type().word();
    Set<String> silent = new HashSet<>(memory.untouched());
    for (NoticeDraft draft : drafts) {
      silent.remove(draft.topic());
      ledger
          .drafts()
          .want(
              new Intent(
                  type,
                  channel.name(),
                  draft.topic(),
                  order.job(),
                  order.night(),
                  draft.words(),
                  Optional.empty()),
              draft,
              ledger.outbox().newest(type, channel.name(), draft.topic(), order.night()),
              memory.untouched().contains(draft.topic()),
              order.run(),
              clock.instant());
    }
    silent.forEach(topic -> ledger.drafts().takeBack(type, channel.name(), topic, clock.instant()));
  }
}
