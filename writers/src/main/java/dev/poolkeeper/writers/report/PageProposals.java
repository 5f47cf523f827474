package dev.poolkeeper.writers.report;

import dev.poolkeeper.writers.report.NightlyPage.Tag;
import java.util.List;

/**
 * What may be cleaned up, as a page shows it.
 *
 * @param more how many more there are; empty when there are none
 * @param withheld what was not proposed, and why
 * @param outcomes what came of those that were carried out
 */
public record PageProposals(
    String lead,
    List<Row> rows,
    String more,
    String command,
    List<String> withheld,
    List<Outcome> outcomes) {

  /**
   * @param estimated what it was to free
   * @param together how many others the figures are about as well; empty: none
   * @param reason what the pool did, in words
   */
  public record Outcome(
      String id,
      String code,
      String subject,
      String estimated,
      Tag verdict,
      String together,
      String reason) {}

  /**
   * @param stage what would be done
   * @param blocked what is in the way
   * @param approval what it takes; empty for one person
   */
  public record Row(
      String id,
      Tag state,
      String stage,
      String code,
      String subject,
      String frees,
      List<String> blocked,
      String approval,
      String command) {}
}
