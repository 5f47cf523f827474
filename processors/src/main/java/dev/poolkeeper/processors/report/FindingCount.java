package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.FindingStatus;
import dev.poolkeeper.processors.finding.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many open findings of one code are of one severity and equally well believed.
 *
 * @param belief {@code confirmed}, {@code waiting}, {@code excepted} or {@code withheld}
 * @param reclaimableBytes of those whose space is known
 */
public record FindingCount(
    String code, String name, String severity, String belief, int findings, long reclaimableBytes) {

  public static final String CONFIRMED = "confirmed";
  public static final String WAITING = "waiting";
  public static final String EXCEPTED = "excepted";
  public static final String WITHHELD = "withheld";

  private record Key(FindingCode code, Severity severity, String belief) {}

  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::code).thenComparing(Key::severity).thenComparing(Key::belief);

  /** Those of all open findings, by code, severity and belief. */
  static List<FindingCount> of(List<Finding> findings) {
    Map<Key, List<Finding>> groups =
        findings.stream()
            .filter(Finding::open)
            .collect(
                Collectors.groupingBy(
                    f -> new Key(f.code(), f.severity(), belief(f)),
                    () -> new TreeMap<>(ORDER),
                    Collectors.toList()));
    return groups.entrySet().stream().map(e -> count(e.getKey(), e.getValue())).toList();
  }

  /** How far a finding is believed, as a word. */
  private static String belief(Finding finding) {
    if (finding.status() == FindingStatus.EXCEPTED) {
      return EXCEPTED;
    }
    if (!finding.status().seen()) {
      return WITHHELD;
    }
    return finding.confirmed() ? CONFIRMED : WAITING;
  }

  private static FindingCount count(Key key, List<Finding> findings) {
    return new FindingCount(
        key.code().code(),
        key.code().word(),
        key.severity().word(),
        key.belief(),
        findings.size(),
        findings.stream().mapToLong(f -> f.reclaimableBytes().orElse(0)).reduce(0, Math::addExact));
  }
}
