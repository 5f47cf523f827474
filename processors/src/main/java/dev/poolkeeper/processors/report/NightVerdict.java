package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.FindingStatus;
import dev.poolkeeper.processors.finding.Severity;
import java.util.Comparator;
import java.util.List;

/** The night in one word. */
public enum NightVerdict {
  /** Nothing asks for a person. */
  OK,
  /** A person should look. */
  ATTENTION,
  /** A person must look now. */
  CRITICAL,
  /** Not all was seen, so nothing can be called fine. */
  INCOMPLETE;

  /** INCOMPLETE outranks all: what was not seen cannot be called fine, nor only critical. */
  public static NightVerdict of(List<Finding> findings) {
    boolean incomplete =
        findings.stream()
            .anyMatch(
                f ->
                    f.status().seen()
                        && f.status() != FindingStatus.EXCEPTED
                        && (f.code() == FindingCode.INVENTORY_INCOMPLETE
                            || f.code() == FindingCode.HELD_BY_GUARD));
    if (incomplete) {
      return NightVerdict.INCOMPLETE;
    }
    Severity worst =
        findings.stream()
            .filter(Finding::open)
            .map(Finding::severity)
            .min(Comparator.naturalOrder())
            .orElse(Severity.INFO);
    return switch (worst) {
      case CRITICAL -> NightVerdict.CRITICAL;
      case WARNING -> NightVerdict.ATTENTION;
      case INFO -> NightVerdict.OK;
    };
  }
}
