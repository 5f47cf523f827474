package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.processors.finding.CodeGroup;
import dev.poolkeeper.processors.finding.SubjectMatch;
import dev.poolkeeper.processors.proposal.ApprovalMode;
import dev.poolkeeper.processors.proposal.ApprovalRule;
import dev.poolkeeper.processors.proposal.ProposalGuards;
import dev.poolkeeper.processors.proposal.ProposalPolicy;
import dev.poolkeeper.processors.proposal.Stage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads {@code poolkeeper.proposals}, and what of {@code poolkeeper.guards} is for them. */
final class ProposalSection {

  private static final String MODES = "manual, two-persons, auto or never";

  private ProposalSection() {}

  static ProposalSettings read(Values values) {
    ProposalPolicy policy = ProposalPolicy.DEFAULT;
    ProposalGuards guards = ProposalGuards.DEFAULT;
    return new ProposalSettings(
        new ProposalPolicy(
            values.sections("proposals.rules", "approval: manual").stream()
                .flatMap(section -> rule(section).stream())
                .toList(),
            values.wait("proposals.approval-lasts", policy.approvalLasts()),
            values.duration("proposals.quarantine", policy.quarantine())),
        new ProposalGuards(
            values.count("guards.max-proposals", guards.maxProposals(), 0, 100_000),
            values.ratio("guards.max-reclaim-ratio", guards.maxReclaimRatio())),
        values.path("proposals.approvals-file"));
  }

  private static Optional<ApprovalRule> rule(Values section) {
    List<String> words = section.words("code");
    Optional<CodeGroup> codes = CodeGroup.parse(words);
    if (!words.isEmpty() && codes.isEmpty()) {
      section.problem(
          "code", String.join(", ", words), "codes such as PK102 or 2xx, with commas between them");
    }
    SubjectMatch match = RuleSections.match(section);
    Optional<Stage> stage =
        section.optional("stage", "quarantine or destroy", ProposalSection::stage);
    OptionalLong maxBytes =
        section.text("max-bytes").isPresent()
            ? OptionalLong.of(section.bytes("max-bytes", 0))
            : OptionalLong.empty();
    Optional<Duration> minAge =
        section.text("min-age").isPresent()
            ? Optional.of(section.duration("min-age", Duration.ZERO))
            : Optional.empty();
    if (section.text("approval").isEmpty()) {
      section.missing("approval", MODES);
    }
    return section
        .optional("approval", MODES, ApprovalMode::parse)
        .filter(mode -> words.isEmpty() || codes.isPresent())
        .map(mode -> new ApprovalRule(codes, match, stage, maxBytes, minAge, mode));
  }

  private static Optional<Stage> stage(String word) {
    return Arrays.stream(Stage.values()).filter(stage -> stage.word().equals(word)).findFirst();
  }
}
