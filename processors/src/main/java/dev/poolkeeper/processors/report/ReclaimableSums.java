package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingStatus;
import dev.poolkeeper.processors.report.Reclaimable.Blocker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Sums what could be freed. Only what was seen tonight counts: a withheld verdict promises none.
 */
final class ReclaimableSums {

  private ReclaimableSums() {}

  static Reclaimable of(List<Finding> findings, Optional<SpacePrice> price) {
    List<Finding> seen = findings.stream().filter(f -> f.status().seen()).toList();
    List<Finding> asked = seen.stream().filter(f -> f.status() != FindingStatus.EXCEPTED).toList();
    long confirmed = bytes(asked, Finding::confirmed);
    List<Blocker> blockers = blockers(asked.stream().filter(Finding::confirmed).toList());
    long blocked = blockers.stream().mapToLong(Blocker::bytes).reduce(0, Math::addExact);
    return new Reclaimable(
        confirmed,
        bytes(asked, f -> !f.confirmed()),
        bytes(seen, f -> f.status() == FindingStatus.EXCEPTED),
        (int) seen.stream().filter(f -> f.nights() > 0 && f.reclaimableBytes().isEmpty()).count(),
        confirmed - blocked,
        blocked,
        blockers,
        price);
  }

  private static List<Blocker> blockers(List<Finding> confirmed) {
    Map<Blocking, List<Finding>> by = new EnumMap<>(Blocking.class);
    for (Finding finding : confirmed) {
      Blocking.of(finding)
          .ifPresent(what -> by.computeIfAbsent(what, w -> new ArrayList<>()).add(finding));
    }
    return by.entrySet().stream()
        .map(entry -> blocker(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(Blocker::findings).reversed().thenComparing(Blocker::by))
        .toList();
  }

  private static Blocker blocker(Blocking by, List<Finding> findings) {
    return new Blocker(
        by.word(),
        findings.size(),
        bytes(findings, f -> true),
        (int) findings.stream().filter(f -> f.reclaimableBytes().isEmpty()).count());
  }

  private static long bytes(List<Finding> findings, Predicate<Finding> wanted) {
    return findings.stream()
        .filter(wanted)
        .mapToLong(f -> f.reclaimableBytes().orElse(0))
        .reduce(0, Math::addExact);
  }
}
