package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.finding.ExceptionRule;
import dev.poolkeeper.processors.finding.FindingRules;
import dev.poolkeeper.processors.finding.Rulings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An exception of the configuration as it stands on a night; the field names are a public contract.
 *
 * @param codes as written
 * @param match what it is for, in words
 * @param expires last day on which it holds, UTC; empty: none was given
 * @param state see {@link ExceptionState}
 * @param findings how many findings it covers that night; of an expired one, how many are back
 */
public record ExceptionLine(
    List<String> codes,
    String match,
    String reason,
    Optional<String> owner,
    Optional<LocalDate> expires,
    String state,
    int findings) {

  public ExceptionLine {
    codes = List.copyOf(codes);
  }

  /**
   * All exceptions, in the order of the configuration.
   *
   * @param complete whether the night was seen completely, so that silence means something
   */
  public static List<ExceptionLine> of(
      FindingRules rules, Rulings rulings, boolean complete, LocalDate night) {
    return IntStream.range(0, rules.exceptions().size())
        .mapToObj(
            at -> {
              ExceptionRule rule = rules.exceptions().get(at);
              boolean over = rule.expiredOn(night);
              int findings = over ? rulings.backFrom(at) : rulings.coveredBy(at);
              return of(rule, findings, complete, night);
            })
        .toList();
  }

  private static ExceptionLine of(
      ExceptionRule rule, int findings, boolean complete, LocalDate night) {
    return new ExceptionLine(
        rule.codes().words(),
        rule.match().toString(),
        rule.reason(),
        rule.owner(),
        rule.expires(),
        ExceptionState.of(rule, findings, complete, night).word(),
        findings);
  }
}
