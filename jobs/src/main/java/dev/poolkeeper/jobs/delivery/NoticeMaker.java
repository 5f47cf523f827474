package dev.poolkeeper.jobs.delivery;

import dev.poolkeeper.jobs.configuration.ChannelSettings;
import dev.poolkeeper.processors.delivery.Matter;
import dev.poolkeeper.processors.delivery.Notice;
import dev.poolkeeper.processors.delivery.Origin;
import dev.poolkeeper.processors.delivery.OutboxItem;
import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.inventory.Owner;
import dev.poolkeeper.processors.matter.NoticeDraft;
import dev.poolkeeper.processors.matter.ProposalMatters;
import dev.poolkeeper.processors.proposal.Proposal;
import dev.poolkeeper.processors.report.ActionLine;
import dev.poolkeeper.processors.report.ProposalLine;
import dev.poolkeeper.readers.ledger.FindingReader;
import dev.poolkeeper.readers.ledger.OwnerReader;
import dev.poolkeeper.readers.ledger.ProposalOutcomeReader;
import dev.poolkeeper.readers.ledger.ProposalReader;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Makes notices complete, of what the ledger knows of their findings and proposals. */
final class NoticeMaker {

  private final FindingReader findings;
  private final OwnerReader owners;
  private final ProposalReader proposals;
  private final ProposalOutcomeReader outcomes;
  private final Place place;
  private final Clock clock;
  private final Map<LocalDate, Map<String, Finding>> nights = new HashMap<>();

  NoticeMaker(JdbcClient jdbc, JsonMapper json, Place place, Clock clock) {
    this.findings = new FindingReader(jdbc);
    this.owners = new OwnerReader(jdbc, json);
    this.proposals = new ProposalReader(jdbc);
    this.outcomes = new ProposalOutcomeReader(jdbc);
    this.place = place;
    this.clock = clock;
  }

  Notice notice(OutboxItem item, NoticeDraft draft, ChannelSettings settings) {
    return new Notice(
        origin(item, settings),
        item.key(),
        item.topic(),
        item.night(),
        draft.kind(),
        draft.material().severity(),
        draft.title(),
        matter(item, draft),
        draft.changes(),
        draft.ended());
  }

  Origin origin(OutboxItem item, ChannelSettings settings) {
    return new Origin(
        item.job(),
        item.run().orElse(0),
        place.version(),
        place.demo(),
        settings.reportUrl(item.job(), item.night()));
  }

  private Matter matter(OutboxItem item, NoticeDraft draft) {
    Optional<ProposalLine> proposal = proposal(item.topic());
    if (proposal.isPresent()) {
      return new Matter.OneProposal(proposal.get());
    }
    Map<String, Finding> known = night(item.night());
    List<Finding> shown = draft.shown().stream().map(known::get).filter(Objects::nonNull).toList();
    Map<String, Owner> owned =
        owners.of(item.night(), shown.stream().map(Finding::subject).toList());
    List<ActionLine> lines = shown.stream().map(finding -> line(finding, owned)).toList();
    return lines.size() == 1 && draft.material().members().size() == 1
        ? new Matter.OneFinding(lines.get(0), draft.group())
        : new Matter.ManyFindings(lines, draft.more());
  }

  private static ActionLine line(Finding finding, Map<String, Owner> owned) {
    return ActionLine.of(finding, Optional.ofNullable(owned.get(finding.subject().toString())));
  }

  private Optional<ProposalLine> proposal(String topic) {
    OptionalLong id =
        topic.startsWith(ProposalMatters.TOPIC)
            ? Proposal.number(topic.substring(ProposalMatters.TOPIC.length()))
            : OptionalLong.empty();
    return id.isPresent()
        ? proposals
            .find(id.getAsLong())
            .map(one -> ProposalLine.of(one, outcomes.of(id.getAsLong()), clock.instant()))
        : Optional.empty();
  }

  /** Findings as of a night; those that are not of it any more as they were last. */
  private Map<String, Finding> night(LocalDate date) {
    return nights.computeIfAbsent(
        date,
        night -> {
          Map<String, Finding> known = new HashMap<>();
          Stream.concat(findings.latestBefore(night).stream(), findings.ofNight(night).stream())
              .forEach(finding -> known.put(finding.fingerprint(), finding));
          return known;
        });
  }
}
