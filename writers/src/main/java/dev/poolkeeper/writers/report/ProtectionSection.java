package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.protection.Ages;
import dev.poolkeeper.processors.report.ProtectionCounts;
import dev.poolkeeper.processors.report.ProtectionFacts;
import dev.poolkeeper.processors.report.ProtectionLine;
import dev.poolkeeper.processors.report.SnapshotHoldingLine;
import dev.poolkeeper.writers.report.Bars.Portion;
import dev.poolkeeper.writers.report.NightlyPage.NamespaceBar;
import dev.poolkeeper.writers.report.NightlyPage.Protection;
import dev.poolkeeper.writers.report.NightlyPage.ProtectionRow;
import dev.poolkeeper.writers.report.NightlyPage.SnapshotHolding;
import dev.poolkeeper.writers.report.NightlyPage.Tag;
import dev.poolkeeper.writers.text.ByteText;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.VisibleText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Claims against their RPO: one sentence, namespaces as bars, the worst claims, what it costs. */
final class ProtectionSection {

  private static final int NAMESPACES = 20;

  /** Namespaces that are shown although nothing is wrong in any. */
  private static final int FINE_NAMESPACES = 5;

  private static final int HOLDINGS = 12;
  private static final String NONE = "none";

  private final CommandHints commands;
  private final Instant asOf;

  ProtectionSection(CommandHints commands, Instant asOf) {
    this.commands = commands;
    this.asOf = asOf;
  }

  Protection of(ProtectionFacts facts) {
    List<ProtectionCounts> namespaces =
        facts.namespaces().stream()
            .sorted(
                Comparator.comparing(ProtectionSection::unprotectedShare)
                    .reversed()
                    .thenComparing(ProtectionCounts::namespace))
            .toList();
    List<ProtectionCounts> shown =
        namespaces.stream()
            .filter(counts -> unprotectedShare(counts) > 0)
            .limit(NAMESPACES)
            .toList();
    List<ProtectionCounts> bars =
        shown.isEmpty() ? namespaces.stream().limit(FINE_NAMESPACES).toList() : shown;
    return new Protection(
        lead(facts),
        bars.stream().map(ProtectionSection::bar).toList(),
        more(namespaces.size() - bars.size(), "more namespace"),
        facts.worst().stream().map(this::row).toList(),
        more(facts.omitted(), "more claim"),
        commands.protection(""),
        facts.holdings().stream().limit(HOLDINGS).map(ProtectionSection::holding).toList(),
        more(facts.holdings().size() - HOLDINGS, "more"),
        commands.protection(" --snapshots"));
  }

  private static String lead(ProtectionFacts facts) {
    ProtectionCounts all = ProtectionCounts.sum(facts.namespaces());
    if (facts.namespaces().isEmpty()) {
      return "No claim on a TrueNAS is known of this night.";
    }
    String lead =
        "%s of %s protected within their RPO"
            .formatted(
                CountText.of(all.protectedClaims()),
                CountText.of(all.asked(), "claim is", "claims are"));
    List<String> rest = new ArrayList<>();
    if (all.never() > 0) {
      rest.add(CountText.of(all.never()) + " without any copy");
    }
    if (all.late() > 0) {
      rest.add(CountText.of(all.late()) + " late");
    }
    rest.add(CountText.of(all.unknown()) + " unknown");
    if (all.notAsked() > 0) {
      rest.add("nothing is asked of " + CountText.of(all.notAsked()));
    }
    return lead + ", " + String.join(", ", rest) + ".";
  }

  private static double unprotectedShare(ProtectionCounts counts) {
    return counts.asked() == 0
        ? -1
        : (counts.never() + counts.late() + 0.5 * counts.unknown()) / counts.asked();
  }

  private static NamespaceBar bar(ProtectionCounts counts) {
    List<Tag> parts = new ArrayList<>();
    part(parts, counts.never(), "never", "critical", "✖");
    part(parts, counts.late(), "late", "warning", "▲");
    part(parts, counts.unknown(), "unknown", "incomplete", "◐");
    part(parts, counts.protectedClaims(), "protected", "ok", "✔");
    part(parts, counts.notAsked(), "not asked", "neutral", "–");
    return new NamespaceBar(
        VisibleText.of(counts.namespace().replaceFirst("/namespaces/", "/")),
        parts,
        Bars.of(
            List.of(
                new Portion("never", counts.never()),
                new Portion("late", counts.late()),
                new Portion("unknown", counts.unknown()),
                new Portion("protected", counts.protectedClaims()),
                new Portion("free", counts.notAsked()))));
  }

  private static void part(List<Tag> parts, long count, String word, String tone, String mark) {
    if (count > 0) {
      parts.add(new Tag(CountText.of(count) + " " + word, tone, mark));
    }
  }

  private ProtectionRow row(ProtectionLine line) {
    return new ProtectionRow(
        VisibleText.of(line.claim().replaceFirst("/persistentvolumeclaims/", "/")),
        line.dataset().map(VisibleText::of).orElse(""),
        verdict(line),
        VisibleText.of(line.reason()),
        age(line.lastSnapshot()),
        age(line.lastVolumeSnapshot()),
        elsewhere(line),
        line.elsewhereBy().map(VisibleText::of).orElse(""),
        limit(line.rpoSeconds()),
        limit(line.replicaRpoSeconds()),
        line.asked() ? VisibleText.of(line.askedBy()) : "");
  }

  /** Without a copy that nobody asked for is no emergency. */
  private static Tag verdict(ProtectionLine line) {
    return switch (line.verdict()) {
      case "protected" -> new Tag("protected", "ok", "✔");
      case "late" -> new Tag("late", "warning", "▲");
      case "never" -> new Tag("never", line.asked() ? "critical" : "warning", "✖");
      case "unknown" -> new Tag("unknown", "incomplete", "◐");
      case "not-asked" -> new Tag("not asked", "neutral", "–");
      default -> new Tag(VisibleText.of(line.verdict()), "neutral foreign", "●");
    };
  }

  private String elsewhere(ProtectionLine line) {
    return age(line.lastElsewhere())
        + line.elsewhereHow()
            .filter(how -> !how.equals("measured"))
            .map(how -> ", " + VisibleText.of(how))
            .orElse("");
  }

  private String age(Optional<Instant> at) {
    return at.map(when -> Ages.text(Duration.between(when, asOf))).orElse(NONE);
  }

  private static String limit(OptionalLong seconds) {
    return seconds.isPresent() ? Ages.text(Duration.ofSeconds(seconds.getAsLong())) : "–";
  }

  private static SnapshotHolding holding(SnapshotHoldingLine line) {
    return new SnapshotHolding(
        VisibleText.of(line.subject()),
        line.kind(),
        CountText.of(line.datasets(), "dataset"),
        CountText.of(line.snapshots()),
        counts(line.snapshots(), line.snapshotsWeekAgo(), line.snapshotsMonthAgo()),
        ByteText.of(line.heldBytes()),
        bytes(line.heldBytes(), line.heldBytesWeekAgo(), line.heldBytesMonthAgo()));
  }

  private static String counts(long now, OptionalLong week, OptionalLong month) {
    List<String> parts = new ArrayList<>();
    week.ifPresent(before -> parts.add(CountText.signed(now - before) + " in 7 d"));
    month.ifPresent(before -> parts.add(CountText.signed(now - before) + " in 30 d"));
    return String.join(", ", parts);
  }

  private static String bytes(OptionalLong now, OptionalLong week, OptionalLong month) {
    List<String> parts = new ArrayList<>();
    if (now.isPresent()) {
      week.ifPresent(before -> parts.add(signed(now.getAsLong() - before) + " in 7 d"));
      month.ifPresent(before -> parts.add(signed(now.getAsLong() - before) + " in 30 d"));
    }
    return String.join(", ", parts);
  }

  private static String signed(long bytes) {
    return (bytes > 0 ? "+" : "") + ByteText.of(bytes);
  }

  private static String more(long count, String noun) {
    return count <= 0
        ? ""
        : "and " + CountText.of(count, noun, noun.equals("more") ? noun : noun + "s");
  }
}
