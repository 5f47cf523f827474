package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.report.ProposalFacts;
import dev.poolkeeper.processors.report.ProposalNightLine;
import dev.poolkeeper.processors.report.ProposalOutcomeLine;
import dev.poolkeeper.writers.report.NightlyPage.Tag;
import dev.poolkeeper.writers.text.ByteText;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What may be cleaned up: one sentence, those that ask for a person, what was withheld. */
final class ProposalSection {

  private final CommandHints commands;

  ProposalSection(CommandHints commands) {
    this.commands = commands;
  }

  PageProposals of(ProposalFacts facts) {
    return new PageProposals(
        lead(facts),
        facts.lines().stream().map(this::row).toList(),
        facts.omitted() > 0
            ? "and " + CountText.of(facts.omitted(), "more proposal", "more proposals")
            : "",
        commands.inLedger("poolkeeper proposals"),
        facts.withheld().stream().map(VisibleText::of).toList(),
        facts.outcomes().stream().map(ProposalSection::outcome).toList());
  }

  private static String lead(ProposalFacts facts) {
    if (facts.count() == 0) {
      return "Nothing is proposed.";
    }
    List<String> parts = new ArrayList<>();
    part(parts, facts, "failed", "failed", "rolled-back");
    part(parts, facts, "being carried out", "running");
    part(parts, facts, "for a person to decide", "waiting");
    part(parts, facts, "approved", "approved");
    part(parts, facts, "in quarantine", "quarantined");
    part(parts, facts, "blocked", "blocked");
    part(parts, facts, "left alone because somebody said so", "rejected", "restored");
    part(parts, facts, "ended", "done", "withdrawn");
    return "%s: %s. Nothing is carried out without an approval."
        .formatted(CountText.of(facts.count(), "proposal", "proposals"), String.join(", ", parts));
  }

  private static void part(
      List<String> parts, ProposalFacts facts, String words, String... states) {
    long count = facts.count(List.of(states));
    if (count > 0) {
      parts.add(CountText.of(count) + " " + words);
    }
  }

  private PageProposals.Row row(ProposalNightLine line) {
    return new PageProposals.Row(
        line.id(),
        tag(line.state()),
        line.stage().equals("destroy") ? "destroy" : "put out of reach",
        line.code(),
        VisibleText.of(line.subject()),
        frees(line.reclaimableBytes(), line.reclaimableBytesAtMost()),
        line.blockedBy().stream().map(VisibleText::of).toList(),
        line.approval().equals("manual") ? "" : line.approval().replace('-', ' '),
        commands.inLedger("poolkeeper proposals show " + line.id()));
  }

  private static PageProposals.Outcome outcome(ProposalOutcomeLine line) {
    int others = line.together() - 1;
    return new PageProposals.Outcome(
        line.id(),
        line.code(),
        VisibleText.of(line.subject()),
        frees(line.estimatedBytes(), line.estimatedBytesAtMost()),
        verdict(line.verdict()),
        others == 0
            ? ""
            : "with %s %s in all"
                .formatted(
                    CountText.of(others, "other proposal", "other proposals"),
                    frees(line.togetherBytes(), line.togetherBytesAtMost())),
        VisibleText.of(line.reason()));
  }

  private static Tag verdict(String verdict) {
    return switch (verdict) {
      case "as-estimated" -> new Tag("as estimated", "ok", "✔");
      case "less" -> new Tag("less than estimated", "warning", "▲");
      case "more" -> new Tag("more than estimated", "info", "●");
      default -> new Tag("cannot be told", "neutral", "–");
    };
  }

  private static String frees(OptionalLong least, OptionalLong most) {
    if (least.isEmpty()) {
      return "unknown";
    }
    String text = ByteText.of(least);
    return least.equals(most) ? text : "at least " + text;
  }

  private static Tag tag(String state) {
    return switch (state) {
      case "failed" -> new Tag(state, "critical", "✖");
      case "rolled-back" -> new Tag("rolled back", "warning", "▲");
      case "waiting" -> new Tag(state, "info", "?");
      case "approved" -> new Tag(state, "ok", "✔");
      case "running" -> new Tag(state, "info", "●");
      case "quarantined" -> new Tag(state, "incomplete", "◐");
      case "blocked" -> new Tag(state, "warning", "–");
      case "done" -> new Tag(state, "ok", "✔");
      default -> new Tag(state, "neutral", "–");
    };
  }
}
