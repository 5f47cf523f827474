package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.report.Reclaimable;
import dev.poolkeeper.writers.report.Bars.Portion;
import dev.poolkeeper.writers.report.NightlyPage.Count;
import dev.poolkeeper.writers.report.NightlyPage.Space;
import dev.poolkeeper.writers.text.ByteText;
import dev.poolkeeper.writers.text.CountText;
import java.util.List;

/** What could be freed, by how sure it is; what cannot be known is counted, never guessed. */
final class SpaceSection {

  private SpaceSection() {}

  static Space of(Reclaimable space) {
    return new Space(
        List.of(
            share("Confirmed", space.confirmedBytes(), "confirmed", "of confirmed findings"),
            share("Waiting", space.waitingBytes(), "waiting", "not yet seen often enough"),
            share("Kept", space.exceptedBytes(), "kept", "somebody made an exception"),
            new Count(
                "Unknown",
                CountText.of(space.unknown()),
                space.unknown() == 0 ? "quiet" : "neutral",
                space.unknown() == 1 ? "finding without a size" : "findings without a size")),
        Bars.of(
            List.of(
                new Portion("confirmed", space.confirmedBytes()),
                new Portion("waiting", space.waitingBytes()),
                new Portion("kept", space.exceptedBytes()))),
        space.unknown() == 0
            ? ""
            : "Unknown: a clone shares the space, or the TrueNAS did not tell it. It is not in any"
                + " of the sums.");
  }

  private static Count share(String label, long bytes, String tone, String meaning) {
    return new Count(label, ByteText.of(bytes), bytes == 0 ? "quiet" : tone, meaning);
  }
}
