package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.report.FindingGroup;
import dev.poolkeeper.processors.report.FindingLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Findings as a believable estate would have them. */
public final class SampleFindings {

  public static final long GIB = 1L << 30;
  static final LocalDate NIGHT = LocalDate.of(2026, 2, 11);

  private SampleFindings() {}

  /** A confirmed finding with the catalogue's severity. */
  public static FindingLine confirmed(
      FindingCode code, String subject, int nights, OptionalLong bytes, String... evidence) {
    return line(code, code.severity().word(), "persisting", subject, nights, true, bytes, evidence);
  }

  /** A finding still to be seen on further nights. */
  public static FindingLine waiting(
      FindingCode code, String subject, int nights, OptionalLong bytes, String... evidence) {
    String status = nights == 1 ? "new" : "persisting";
    FindingLine line = line(code, "info", status, subject, nights, false, bytes, evidence);
    return with(line, status, Optional.of("seen %d of 3".formatted(nights)));
  }

  static FindingLine line(
      FindingCode code,
      String severity,
      String status,
      String subject,
      int nights,
      boolean confirmed,
      OptionalLong bytes,
      String... evidence) {
    return new FindingLine(
        code.code(),
        code.word(),
        severity,
        status,
        subject,
        NIGHT.minusDays(nights - 1L),
        NIGHT,
        nights,
        confirmed,
        bytes,
        Optional.empty(),
        Optional.empty(),
        List.of(evidence),
        code.actions().get(0),
        Optional.empty());
  }

  public static FindingLine with(FindingLine line, String status, Optional<String> note) {
    return new FindingLine(
        line.code(),
        line.name(),
        line.severity(),
        status,
        line.subject(),
        line.firstSeen(),
        line.lastSeen(),
        line.nights(),
        line.confirmed(),
        line.reclaimableBytes(),
        line.cause(),
        line.causeEvidence(),
        line.evidence(),
        line.action(),
        note);
  }

  static FindingGroup group(FindingCode code, List<FindingLine> lines) {
    return group(code, lines, lines.size());
  }

  static FindingGroup group(FindingCode code, List<FindingLine> lines, int total) {
    long known = lines.stream().mapToLong(line -> line.reclaimableBytes().orElse(0)).sum();
    int unknown = (int) lines.stream().filter(l -> l.reclaimableBytes().isEmpty()).count();
    return new FindingGroup(
        code.code(),
        code.word(),
        code.title(),
        code.meaning(),
        code.actions(),
        total,
        unknown == lines.size() ? OptionalLong.empty() : OptionalLong.of(known),
        unknown,
        lines);
  }

  static String uuid(int seed) {
    long bits = (seed + 1) * 0x9E3779B97F4A7C15L;
    String hex = String.format(Locale.ROOT, "%016x%016x", bits, bits * 31);
    return "%s-%s-4%s-a%s-%s"
        .formatted(
            hex.substring(0, 8),
            hex.substring(8, 12),
            hex.substring(13, 16),
            hex.substring(17, 20),
            hex.substring(20, 32));
  }
}
