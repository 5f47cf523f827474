package dev.poolkeeper.writers.table;

import static dev.poolkeeper.writers.table.Column.number;
import static dev.poolkeeper.writers.table.Column.sentence;
import static dev.poolkeeper.writers.table.Column.subject;
import static dev.poolkeeper.writers.table.Column.whole;
import static dev.poolkeeper.writers.table.Column.word;

import dev.poolkeeper.processors.report.ProposalLine;
import dev.poolkeeper.writers.text.ByteText;
import dev.poolkeeper.writers.text.CountText;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The list of cleanup proposals. */
public final class ProposalListing {

  private static final int DIGITS = 12;

  private ProposalListing() {}

  /**
   * @param withheld what the night did not propose, and why
   */
  public static Listing<ProposalLine> of(List<ProposalLine> rows, List<String> withheld) {
    String more = withheld.stream().map(words -> ". " + words).collect(Collectors.joining());
    return new Listing<>(
        "Proposals",
        ProposalLine.class,
        rows,
        List.of(
            whole("ID", 1, ProposalLine::id),
            word("STATE", 1, ProposalLine::state),
            word("STAGE", 3, ProposalLine::stage),
            whole("CODE", 4, ProposalLine::code),
            subject("SUBJECT", ProposalLine::subject),
            number("FREES", 2, ProposalListing::frees),
            number("STEPS", 5, line -> CountText.of(line.steps().size())),
            word("APPROVAL", 6, ProposalLine::approval),
            whole("PLAN", 7, line -> line.planHash().substring(0, DIGITS)),
            sentence("IN THE WAY", 8, line -> String.join("; ", line.blockedBy()))),
        summary(rows) + more,
        "No proposals" + (more.isEmpty() ? "." : more));
  }

  /** One figure where both bounds are the same, else the lower one. */
  private static String frees(ProposalLine line) {
    OptionalLong most = line.reclaimableBytesAtMost();
    if (line.reclaimableBytes().equals(most)) {
      return ByteText.freed(most);
    }
    return line.reclaimableBytes().isPresent()
        ? "≥ " + ByteText.of(line.reclaimableBytes())
        : ByteText.of(line.reclaimableBytes());
  }

  private static String summary(List<ProposalLine> rows) {
    Map<String, Long> states =
        rows.stream()
            .collect(
                Collectors.groupingBy(ProposalLine::state, TreeMap::new, Collectors.counting()));
    String counts =
        states.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining(", "));
    long least =
        rows.stream()
            .mapToLong(line -> line.reclaimableBytes().orElse(0))
            .reduce(0, Math::addExact);
    boolean all = rows.stream().allMatch(line -> line.reclaimableBytes().isPresent());
    return "%s%s; together they free at least %s%s"
        .formatted(
            CountText.of(rows.size(), "proposal"),
            counts.isEmpty() ? "" : ": " + counts,
            ByteText.of(OptionalLong.of(least)),
            all ? "" : ", and of some it is not known");
  }
}
