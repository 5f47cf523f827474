package dev.poolkeeper.writers.report;

import static dev.poolkeeper.writers.report.SampleFindings.GIB;
import static dev.poolkeeper.writers.report.SampleFindings.NIGHT;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.Owner;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.report.ActionLine;
import dev.poolkeeper.processors.report.FindingCount;
import dev.poolkeeper.processors.report.FindingLine;
import dev.poolkeeper.processors.report.FullDateLine;
import dev.poolkeeper.processors.report.LookCommand;
import dev.poolkeeper.processors.report.Reclaimable;
import dev.poolkeeper.processors.report.Reclaimable.Blocker;
import dev.poolkeeper.processors.report.SpacePrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a believable estate would have to do first, and when its pools are full. */
final class SampleActions {

  private static final Owner TEAM = new Owner("shop-team", "label team of namespace shop");

  private SampleActions() {}

  /** Every second one has an owner. */
  static List<ActionLine> of(List<FindingLine> lines) {
    return lines.stream()
        .map(line -> of(line, lines.indexOf(line) % 2 == 0 ? Optional.of(TEAM) : Optional.empty()))
        .toList();
  }

  static ActionLine of(FindingLine line, Optional<Owner> owner) {
    return ActionLine.of(
        line,
        owner,
        line.reclaimableBytes().isEmpty() ? Optional.of("clone") : Optional.empty(),
        LookCommand.of(
            FindingCode.parse(line.code()).orElseThrow(), Subject.parse(line.subject())));
  }

  static Reclaimable reclaimable() {
    return new Reclaimable(
        612 * GIB + GIB / 3,
        3 * GIB,
        48 * GIB,
        3,
        412 * GIB + GIB / 3,
        200 * GIB,
        List.of(new Blocker("clone", 3, 120 * GIB, 1), new Blocker("hold", 2, 80 * GIB, 0)),
        Optional.of(new SpacePrice(new BigDecimal("12.50"), "EUR")));
  }

  static List<FullDateLine> fullDates() {
    return List.of(
        fills("nas1/pools/tank"),
        new FullDateLine(
            "nas2/pools/slow",
            "never",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "it has not grown since 2026-01-01"));
  }

  static FullDateLine fills(String pool) {
    LocalDate earliest = NIGHT.plusDays(31);
    return new FullDateLine(
        pool,
        "fills",
        Optional.of(earliest),
        Optional.of(earliest.plusDays(12)),
        Optional.of(earliest.plusDays(40)),
        Optional.of(earliest.minusDays(45)),
        "even growth since 2025-12-01");
  }

  static List<FindingCount> counts(List<FindingLine> lines) {
    Map<String, List<FindingLine>> kinds =
        lines.stream()
            .collect(
                Collectors.groupingBy(
                    line -> line.code() + line.severity() + line.confirmed(),
                    TreeMap::new,
                    Collectors.toList()));
    return kinds.values().stream().map(SampleActions::count).toList();
  }

  private static FindingCount count(List<FindingLine> alike) {
    FindingLine first = alike.get(0);
    return new FindingCount(
        first.code(),
        first.name(),
        first.severity(),
        first.confirmed() ? FindingCount.CONFIRMED : FindingCount.WAITING,
        alike.size(),
        alike.stream().mapToLong(line -> line.reclaimableBytes().orElse(0)).sum());
  }
}
