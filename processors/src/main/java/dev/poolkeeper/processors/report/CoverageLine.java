package dev.poolkeeper.processors.report;

import java.util.List;

/**
 * How one part of the inventory was read.
 *
 * @param part {@code nas1/datasets}
 * @param status complete, partial, failed or not-read
 * @param problems one sentence each, when complete at most a remark
 */
public record CoverageLine(
    String part, String status, long rows, long millis, List<String> problems) {

  public CoverageLine {
    problems = List.copyOf(problems);
  }
}
