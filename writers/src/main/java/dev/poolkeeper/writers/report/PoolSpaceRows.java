package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.space.PoolShare;
import dev.poolkeeper.processors.space.PoolSpace;
import dev.poolkeeper.processors.space.Provisioning;
import dev.poolkeeper.processors.space.SpaceCategory;
import dev.poolkeeper.writers.report.HiddenSpace.Pool;
import dev.poolkeeper.writers.report.HiddenSpace.Portion;
import dev.poolkeeper.writers.report.HiddenSpace.Row;
import dev.poolkeeper.writers.text.ByteText;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** A pool as a bar, its legend, and the table in which everything adds up to what is used. */
final class PoolSpaceRows {

  private record Part(String tone, String label, long bytes) {}

  /** Always in the legend: that everything adds up is part of the answer. */
  private static final String REMAINDER = "remainder";

  private PoolSpaceRows() {}

  static Pool of(PoolSpace pool, Charts charts) {
    List<Part> parts = pool.usableBytes().isPresent() ? parts(pool) : List.of();
    List<Portion> legend =
        parts.stream()
            .filter(part -> part.bytes() != 0 || part.tone().equals(REMAINDER))
            .map(part -> portion(part, pool.usableBytes()))
            .toList();
    return new Pool(
        VisibleText.of(pool.subject()),
        full(pool),
        promise(pool),
        pool.shortfallBytes().orElse(0) > 0,
        legend.stream()
            .map(portion -> portion.label() + " " + portion.bytes())
            .collect(Collectors.joining(", ")),
        Bars.of(
            parts.stream()
                .map(part -> new Bars.Portion(part.tone(), Math.max(0, part.bytes())))
                .toList()),
        legend,
        rows(pool),
        pool.unknown().stream().map(PoolSpaceRows::sentence).toList(),
        charts.ofPool(pool.subject()));
  }

  private static String full(PoolSpace pool) {
    return pool.usableBytes().isPresent()
        ? "%s of %s used".formatted(ByteText.of(pool.usedBytes()), ByteText.of(pool.usableBytes()))
        : "used " + ByteText.of(pool.usedBytes()) + ", usable unknown";
  }

  private static String promise(PoolSpace pool) {
    Provisioning promised = pool.provisioning();
    if (promised.volumes() == 0) {
      return "No volume is promised space here.";
    }
    StringBuilder text = new StringBuilder();
    text.append(CountText.of(promised.volumes(), "volume"))
        .append(" may fill ")
        .append(promised.partial() ? "at least " : "")
        .append(ByteText.of(promised.provisionedBytes()));
    pool.overcommitRatio()
        .ifPresent(ratio -> text.append(", ").append(CountText.times(ratio)).append(" the pool"));
    if (pool.shortfallBytes().isEmpty()) {
      return text.append("; whether that fits is not known.").toString();
    }
    long missing = pool.shortfallBytes().getAsLong();
    return text.append("; if all of them fill, ")
        .append(missing == 0 ? "it fits" : ByteText.of(missing) + " are missing")
        .append('.')
        .toString();
  }

  private static List<Part> parts(PoolSpace pool) {
    long volumes = known(pool.bytesOf(SpaceCategory.VOLUME));
    long snapshots = known(pool.snapshotBytesOf(SpaceCategory.VOLUME));
    long reserved =
        pool.shares().stream()
            .filter(share -> share.category().equals(SpaceCategory.VOLUME.word()))
            .mapToLong(share -> known(share.reservedBytes()))
            .sum();
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("used", "Volumes, written", volumes - snapshots - reserved));
    parts.add(new Part("snapshots", "Snapshots of volumes", snapshots));
    parts.add(new Part("reserved", "Reserved by volumes", reserved));
    add(parts, pool, SpaceCategory.DETACHED_SNAPSHOT, "detached", "Detached snapshots");
    add(parts, pool, SpaceCategory.SHARED, "shared", "Used without owning");
    add(parts, pool, SpaceCategory.UNCLAIMED, "unclaimed", "Left over");
    add(parts, pool, SpaceCategory.OTHER, "other", "Other datasets");
    parts.add(new Part(REMAINDER, "Remainder", known(pool.remainderBytes())));
    parts.add(new Part("free", "Free", known(pool.availableBytes())));
    return parts;
  }

  private static void add(
      List<Part> parts, PoolSpace pool, SpaceCategory category, String tone, String label) {
    parts.add(new Part(tone, label, known(pool.bytesOf(category))));
  }

  private static long known(OptionalLong bytes) {
    return bytes.orElse(0);
  }

  private static Portion portion(Part part, OptionalLong usable) {
    return new Portion(
        part.tone(),
        part.label(),
        ByteText.freed(OptionalLong.of(part.bytes())),
        usable.orElse(0) > 0 && part.bytes() > 0
            ? CountText.percent(part.bytes(), (double) usable.getAsLong())
            : "");
  }

  private static List<Row> rows(PoolSpace pool) {
    List<Row> rows = new ArrayList<>();
    pool.shares().forEach(share -> rows.add(row(share)));
    rows.add(last("Remainder: what is no listed dataset's own", pool.remainderBytes(), false));
    rows.add(last("Used, as the pool says", pool.usedBytes(), true));
    return rows;
  }

  private static Row row(PoolShare share) {
    return new Row(
        label(share),
        CountText.of(share.datasets()),
        ByteText.of(share.dataBytes()),
        ByteText.freed(share.snapshotBytes()),
        ByteText.freed(share.reservedBytes()),
        ByteText.of(share.bytes()),
        false);
  }

  private static Row last(String label, OptionalLong bytes, boolean total) {
    return new Row(label, "", "", "", "", ByteText.freed(bytes), total);
  }

  private static String label(PoolShare share) {
    String what =
        SpaceCategory.named(share.category())
            .map(
                category ->
                    switch (category) {
                      case VOLUME -> "Volumes";
                      case DETACHED_SNAPSHOT -> "Detached snapshots";
                      case SHARED -> "Used but not owned by volumes";
                      case UNCLAIMED -> "Made by a CSI driver, used by nothing (PK102, PK207)";
                      case OTHER -> "Other datasets";
                    })
            .orElseGet(() -> VisibleText.of(share.category()));
    return share.clusters().isEmpty() ? what : what + " of " + VisibleText.of(share.clusters());
  }

  private static String sentence(String note) {
    return VisibleText.of(note.substring(0, 1).toUpperCase(Locale.ROOT) + note.substring(1)) + ".";
  }
}
