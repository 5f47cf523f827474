package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.space.EstateSpace;
import dev.poolkeeper.processors.space.PinnedSnapshot;
import dev.poolkeeper.processors.space.VolumeSpace;
import dev.poolkeeper.processors.space.Waterfall;
import dev.poolkeeper.writers.report.Bars.Portion;
import dev.poolkeeper.writers.report.HiddenSpace.Chain;
import dev.poolkeeper.writers.report.HiddenSpace.Link;
import dev.poolkeeper.writers.report.HiddenSpace.Volume;
import dev.poolkeeper.writers.report.NightlyPage.Segment;
import dev.poolkeeper.writers.text.ByteText;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.VisibleText;
import java.util.List;
import java.util.OptionalLong;

/** Space that Kubernetes does not see: by pool, by volume, and what clones pin. */
final class HiddenSpaceSection {

  /** Clones of one snapshot that are named; a template may have hundreds. */
  private static final int CLONES_SHOWN = 5;

  private HiddenSpaceSection() {}

  static HiddenSpace of(EstateSpace space, CommandHints commands, Charts charts) {
    return new HiddenSpace(
        space.pools().stream().map(pool -> PoolSpaceRows.of(pool, charts)).toList(),
        space.volumes().stream().map(HiddenSpaceSection::volume).toList(),
        volumesMore(space),
        commands.volumes(),
        space.pinned().stream().map(HiddenSpaceSection::chain).toList(),
        more(space.pinnedSnapshots() - space.pinned().size(), "snapshot", " pinned"));
  }

  private static String volumesMore(EstateSpace space) {
    String more = more(space.hiddenVolumes() - space.volumes().size(), "volume", "");
    String unknown =
        space.unknownVolumes() == 0
            ? ""
            : "not known of " + CountText.of(space.unknownVolumes(), "volume");
    return more.isEmpty() || unknown.isEmpty() ? more + unknown : more + "; " + unknown;
  }

  private static String more(long count, String noun, String suffix) {
    return count <= 0
        ? ""
        : "%s more %s%s".formatted(CountText.of(count), count == 1 ? noun : noun + "s", suffix);
  }

  private static Volume volume(VolumeSpace volume) {
    Waterfall space = volume.waterfall();
    return new Volume(
        VisibleText.of(volume.claim().orElse(volume.subject())),
        VisibleText.of(volume.subject()),
        remark(volume),
        ByteText.of(volume.provisionedBytes()),
        ByteText.of(space.dataBytes()),
        ByteText.freed(space.snapshotBytes()),
        ByteText.freed(space.childrenBytes()),
        ByteText.freed(space.reservedBytes()),
        ByteText.of(space.usedBytes()),
        ByteText.of(volume.hiddenBytes()),
        bar(space));
  }

  private static String remark(VolumeSpace volume) {
    return volume.pins().snapshots() == 0
        ? ""
        : "%s pinned by %s, holding %s"
            .formatted(
                CountText.of(volume.pins().snapshots(), "snapshot"),
                CountText.of(volume.pins().clones(), "clone"),
                ByteText.between(volume.pins().atLeastBytes(), volume.pins().atMostBytes()));
  }

  private static List<Segment> bar(Waterfall space) {
    return Bars.of(
        List.of(
            portion("used", space.dataBytes()),
            portion("snapshots", space.snapshotBytes()),
            portion("children", space.childrenBytes()),
            portion("reserved", space.reservedBytes())));
  }

  private static Portion portion(String tone, OptionalLong bytes) {
    return new Portion(tone, Math.max(0, bytes.orElse(0)));
  }

  private static Chain chain(PinnedSnapshot pinned) {
    return new Chain(
        VisibleText.of(pinned.subject()),
        pinned.owner().map(VisibleText::of).orElse(""),
        ByteText.between(pinned.pins().atLeastBytes(), pinned.pins().atMostBytes()),
        pinned.clones().stream()
            .limit(CLONES_SHOWN)
            .map(
                clone ->
                    new Link(
                        VisibleText.of(clone.dataset()),
                        clone.owner().map(VisibleText::of).orElse("")))
            .toList(),
        more(pinned.clones().size() - CLONES_SHOWN, "clone", ""));
  }
}
