package dev.poolkeeper.processors.report;

import java.util.List;

/**
 * How one part of the inventory was read.
 *
 * @param part {@code nas1/datasets}
 * @param status complete, partial, failed or not-read
 * @param fromMemory of these rows, how many were listed by name only and are as the ledger
 *     remembers them
 * @param problems one sentence each, when complete at most a remark
 */
public record CoverageLine(
    String part, String status, long rows, long fromMemory, long millis, List<String> problems) {

  public CoverageLine {
    problems = List.copyOf(problems);
  }
}
