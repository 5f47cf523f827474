package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.attribution.SpaceChange;
import dev.poolkeeper.processors.report.PoolGrowthLine;
import dev.poolkeeper.processors.report.PoolGrowthLine.DatasetGrowth;
import dev.poolkeeper.processors.report.PoolGrowthLine.NamespaceGrowth;
import dev.poolkeeper.processors.report.PoolGrowthLine.Others;
import dev.poolkeeper.processors.report.PoolGrowthLine.SnapshotGrowth;
import dev.poolkeeper.writers.report.WeeklyPage.Growth;
import dev.poolkeeper.writers.report.WeeklyPage.Share;
import dev.poolkeeper.writers.report.WeeklyPage.Snapshots;
import dev.poolkeeper.writers.text.ChangeText;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.VisibleText;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Who made pools change: tables whose rows sum to the change of the pool. */
final class GrowthCards {

  private GrowthCards() {}

  static Growth of(PoolGrowthLine line) {
    boolean known = line.unknown().isEmpty();
    return new Growth(
        VisibleText.of(line.pool()),
        known ? window(line) : "%d days".formatted(line.days()),
        known ? ChangeText.of(line.deltaBytes().orElseThrow()) : "not known",
        line.unknown().map(VisibleText::of).orElse(""),
        known ? namespaces(line) : List.of(),
        known ? datasets(line) : List.of(),
        line.snapshots().stream().map(GrowthCards::snapshots).toList(),
        more(line.otherSnapshots()),
        line.remainderReasons().stream().map(VisibleText::of).toList());
  }

  private static String window(PoolGrowthLine line) {
    long days = ChronoUnit.DAYS.between(line.from().orElseThrow(), line.to().orElseThrow());
    return "%s to %s, %s%s"
        .formatted(
            line.from().get(),
            line.to().get(),
            CountText.of(days, "day"),
            days == line.days()
                ? ""
                : "; no complete night was nearer to %d days before".formatted(line.days()));
  }

  private static List<Share> namespaces(PoolGrowthLine line) {
    List<Share> rows = new ArrayList<>();
    for (NamespaceGrowth one : line.namespaces()) {
      rows.add(
          share(
              one.namespace().map(VisibleText::of).orElse("no claim"),
              CountText.of(one.datasets(), "dataset"),
              one.change(),
              one.bytes()));
    }
    close(rows, line, line.otherNamespaces(), "other namespaces");
    return rows;
  }

  private static List<Share> datasets(PoolGrowthLine line) {
    List<Share> rows = new ArrayList<>();
    for (DatasetGrowth one : line.datasets()) {
      rows.add(
          share(
              VisibleText.of(one.dataset()),
              VisibleText.of(remark(one)),
              one.change(),
              one.bytes()));
    }
    close(rows, line, line.otherDatasets(), "other datasets");
    return rows;
  }

  private static String remark(DatasetGrowth one) {
    List<String> words = new ArrayList<>();
    switch (one.presence()) {
      case "new" -> words.add("new");
      case "deleted" -> words.add("deleted");
      case "renamed" -> words.add("renamed, was " + one.formerly().orElse("?"));
      default -> {}
    }
    one.claim().ifPresent(words::add);
    if (one.change().snapshotBytes() != 0) {
      words.add(
          one.tasks().isEmpty()
              ? "no snapshot task covers it"
              : "covered by " + String.join(", ", one.tasks()));
    }
    return String.join("; ", words);
  }

  /** Others, remainder and sum: that it adds up is part of the answer. */
  private static void close(List<Share> rows, PoolGrowthLine line, Others others, String name) {
    if (others.count() > 0) {
      rows.add(bare("%s %s".formatted(CountText.of(others.count()), name), others.bytes(), false));
    }
    rows.add(bare("remainder", line.remainderBytes().orElseThrow(), false));
    rows.add(bare("the pool", line.deltaBytes().orElseThrow(), true));
  }

  private static Share bare(String name, long bytes, boolean total) {
    return new Share(name, "", "", "", "", "", ChangeText.of(bytes), total);
  }

  private static Share share(String name, String remark, SpaceChange change, long bytes) {
    return new Share(
        name,
        remark,
        ChangeText.of(change.dataBytes()),
        ChangeText.of(change.snapshotBytes()),
        ChangeText.of(change.reservedBytes()),
        ChangeText.of(change.unsplitBytes()),
        ChangeText.of(bytes),
        false);
  }

  private static Snapshots snapshots(SnapshotGrowth one) {
    return new Snapshots(
        one.tasks().isEmpty()
            ? "no periodic task"
            : one.tasks().stream().map(VisibleText::of).collect(Collectors.joining(", ")),
        CountText.of(one.datasets(), "dataset"),
        ChangeText.of(one.bytes()));
  }

  private static String more(Others others) {
    return others.count() == 0
        ? ""
        : "%s more, %s together"
            .formatted(CountText.of(others.count(), "set"), ChangeText.of(others.bytes()));
  }
}
