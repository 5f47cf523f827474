package dev.poolkeeper.processors.report;

import java.util.List;
import java.util.OptionalLong;

/**
 * All open findings of one code.
 *
 * @param total how many there are, shown or not
 * @param reclaimableBytes sum of what is known; empty when nothing is known
 * @param reclaimableUnknown how many of them could not be measured
 * @param findings the first of them, most important first
 */
public record FindingGroup(
    String code,
    String name,
    String title,
    String meaning,
    List<String> actions,
    int total,
    OptionalLong reclaimableBytes,
    int reclaimableUnknown,
    List<FindingLine> findings) {

  public FindingGroup {
    actions = List.copyOf(actions);
    findings = List.copyOf(findings);
  }
}
