package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.FindingStatus;
import dev.poolkeeper.processors.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The night in a few sentences, most important first. */
final class Headlines {

  private Headlines() {}

  /**
   * @param fullDate which pool is full the soonest
   */
  static List<String> of(List<Finding> findings, Optional<String> fullDate) {
    List<String> lines = new ArrayList<>();
    add(
        lines,
        sources(findings, FindingCode.INVENTORY_INCOMPLETE),
        "%s could not be read completely, so verdicts that need it are withheld");
    add(
        lines,
        sources(findings, FindingCode.HELD_BY_GUARD),
        "lists of %s are not believed, so verdicts that need them are withheld");
    count(
        lines,
        findings,
        FindingCode.POOL_UNHEALTHY,
        "pool is not healthy",
        "pools are not healthy");
    int room = lines.size();
    count(
        lines,
        urgent(findings),
        FindingCode.POOL_FILLS,
        "pool is filling up",
        "pools are filling up");
    count(
        lines,
        urgent(findings),
        FindingCode.VOLUME_FILLS,
        "volume is filling up",
        "volumes are filling up");
    count(
        lines,
        urgent(findings),
        FindingCode.SUDDEN_SHRINK,
        "sudden loss of data",
        "sudden losses of data");
    count(
        lines,
        findings,
        FindingCode.EXTENT_POINTS_ELSEWHERE,
        "volume leads to the data of another",
        "volumes lead to the data of others");
    count(
        lines,
        findings,
        FindingCode.TARGET_SHARED,
        "zvol is bound to several claims",
        "zvols are bound to several claims");
    count(
        lines,
        findings,
        FindingCode.VOLUME_WITHOUT_BACKEND,
        "volume has lost its dataset",
        "volumes have lost their dataset");
    count(
        lines,
        findings,
        FindingCode.SNAPSHOT_OBJECT_WITHOUT_BACKEND,
        "snapshot object cannot be restored, its ZFS snapshot is gone",
        "snapshot objects cannot be restored, their ZFS snapshots are gone");
    count(
        lines,
        findings,
        FindingCode.BACKEND_WITHOUT_VOLUME,
        "dataset is used by no volume",
        "datasets are used by no volume");
    count(
        lines,
        findings,
        FindingCode.VOLUME_STUCK_RELEASED,
        "volume is stuck without a claim",
        "volumes are stuck without a claim");
    long waiting =
        findings.stream()
            .filter(f -> f.status().seen() && f.status() != FindingStatus.EXCEPTED)
            .filter(f -> !f.confirmed())
            .count();
    if (waiting > 0) {
      lines.add(
          waiting
              + (waiting == 1 ? " finding is" : " findings are")
              + " still to be confirmed by further nights");
    }
    if (lines.isEmpty()) {
      lines.add("Nothing asks for attention");
      room = 1;
    }
    if (fullDate.isPresent()) {
      lines.add(room, fullDate.get());
    }
    return lines;
  }

  /** What may happen within three months is no headline. */
  private static List<Finding> urgent(List<Finding> findings) {
    return findings.stream().filter(f -> f.severity() != Severity.INFO).toList();
  }

  private static String sources(List<Finding> findings, FindingCode code) {
    return String.join(
        ", ",
        findings.stream()
            .filter(f -> f.code() == code && f.status().seen())
            .filter(f -> f.status() != FindingStatus.EXCEPTED)
            .map(f -> f.subject().source())
            .toList());
  }

  private static void add(List<String> lines, String sources, String sentence) {
    if (!sources.isEmpty()) {
      lines.add(sentence.formatted(sources));
    }
  }

  private static void count(
      List<String> lines, List<Finding> findings, FindingCode code, String one, String many) {
    long count =
        findings.stream()
            .filter(f -> f.code() == code && f.open() && f.confirmed())
            .filter(f -> f.status() != FindingStatus.EXCEPTED)
            .count();
    if (count > 0) {
      lines.add(count + " " + (count == 1 ? one : many));
    }
  }
}
