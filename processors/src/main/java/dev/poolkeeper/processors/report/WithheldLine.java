package dev.poolkeeper.processors.report;

import java.util.List;

/**
 * What was not said of one code for want of one part of the inventory; the field names are a public
 * contract. No finding: it counts nowhere.
 *
 * @param kind {@code held} by a guard, or {@code incomplete}
 * @param part {@code nas1/datasets}
 * @param reason why the part is not believed or not complete
 * @param subjects how many would have been reported
 * @param first the first of them, five at most
 */
public record WithheldLine(
    String kind,
    String part,
    String reason,
    String code,
    String name,
    int subjects,
    List<String> first) {

  /** How many subjects are named. */
  public static final int NAMED = 5;

  public WithheldLine {
    first = List.copyOf(first);
  }
}
