package dev.poolkeeper.jobs.command;

import dev.poolkeeper.processors.proposal.ProposalOnFile;
import dev.poolkeeper.readers.ledger.ProposalReader;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** How people name a proposal: {@code P-17}, {@code p17} or {@code 17}. */
final class ProposalId {

  private ProposalId() {}

  static OptionalLong number(String text) {
    String digits = text.strip().toLowerCase(Locale.ROOT).replaceFirst("^p-?", "");
    return digits.matches("\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(digits))
        : OptionalLong.empty();
  }

  /**
   * @throws NothingToShow when there is none of that name
   */
  static ProposalOnFile find(ProposalReader proposals, String text) {
    OptionalLong number = number(text);
    return number.stream()
        .mapToObj(proposals::find)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                new NothingToShow(
                    "There is no proposal '%s'. Next: poolkeeper proposals --all lists them."
                        .formatted(text)));
  }
}
