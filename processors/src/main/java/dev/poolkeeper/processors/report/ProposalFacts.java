package dev.poolkeeper.processors.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a night says of cleanup proposals; the field names are a public contract.
 *
 * @param states how many there are of each state
 * @param lines those that ask for a person first
 * @param omitted how many more there are
 * @param withheld what was not proposed, and why
 * @param outcomes what came of those that destroyed something, of which this night is the first to
 *     know
 */
public record ProposalFacts(
    SortedMap<String, Long> states,
    List<ProposalNightLine> lines,
    long omitted,
    List<String> withheld,
    List<ProposalOutcomeLine> outcomes) {

  /** Nothing is proposed. */
  public static final ProposalFacts NONE =
      new ProposalFacts(new TreeMap<>(), List.of(), 0, List.of(), List.of());

  public ProposalFacts {
    states = Collections.unmodifiableSortedMap(new TreeMap<>(states));
    lines = List.copyOf(lines);
    withheld = List.copyOf(withheld);
    outcomes = List.copyOf(outcomes);
  }

  /** How many there are. */
  public long count() {
    return states.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many are in one of these states. */
  public long count(List<String> words) {
    return states.entrySet().stream()
        .filter(entry -> words.contains(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
