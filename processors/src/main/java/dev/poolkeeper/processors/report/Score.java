package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingStatus;
import java.util.Collection;

/**
 * The night's health as one number.
 *
 * <p>{@code 100 * (1 - (5 * critical + warning) / max(judged, 20))}, rounded down, at least 0. Only
 * confirmed, unexcepted findings count; {@code judged} is the number of volumes and contents, so
 * that one loss weighs the same in a share of any estate. No objects and no findings give 100.
 */
public final class Score {

  private static final int LEAST_OBJECTS = 20;

  private Score() {}

  /**
   * @param findings tonight's findings
   * @param judged number of volumes and snapshot contents, not negative
   */
  public static int of(Collection<Finding> findings, long judged) {
    long weight =
        findings.stream()
            .filter(f -> f.confirmed() && f.open() && f.status() != FindingStatus.EXCEPTED)
            .mapToLong(f -> f.severity().weight())
            .sum();
    double share = (double) weight / Math.max(judged, LEAST_OBJECTS);
    return (int) Math.max(0, Math.floor(100 * (1 - share)));
  }
}
