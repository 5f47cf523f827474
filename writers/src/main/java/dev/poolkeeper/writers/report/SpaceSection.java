package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.report.Reclaimable;
import dev.poolkeeper.processors.report.Reclaimable.Blocker;
import dev.poolkeeper.writers.report.Bars.Portion;
import dev.poolkeeper.writers.report.NightlyPage.Count;
import dev.poolkeeper.writers.report.NightlyPage.Space;
import dev.poolkeeper.writers.text.ByteText;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.VisibleText;
import java.util.List;

/** What could be freed, by how sure it is; what cannot be known is counted, never guessed. */
final class SpaceSection {

  private SpaceSection() {}

  static Space of(Reclaimable space) {
    return new Space(
        List.of(
            share(
                space, "Needs approval", space.eligibleBytes(), "confirmed", "nothing in the way"),
            blocked(space),
            share(space, "Waiting", space.waitingBytes(), "waiting", "not yet seen often enough"),
            share(space, "Kept", space.exceptedBytes(), "kept", "somebody made an exception"),
            new Count(
                "Unknown",
                CountText.of(space.unknown()),
                space.unknown() == 0 ? "quiet" : "neutral",
                space.unknown() == 1 ? "finding without a size" : "findings without a size")),
        Bars.of(
            List.of(
                new Portion("confirmed", space.eligibleBytes()),
                new Portion("blocked", space.blockedBytes()),
                new Portion("waiting", space.waitingBytes()),
                new Portion("kept", space.exceptedBytes()))),
        space.blockers().stream().map(SpaceSection::blocker).toList(),
        price(space),
        space.unknown() == 0
            ? ""
            : "Unknown: a clone shares the space, or the TrueNAS did not tell it. It is not in any"
                + " of the sums.");
  }

  private static Count share(
      Reclaimable space, String label, long bytes, String tone, String meaning) {
    String money = MoneyText.perMonth(space.price(), bytes);
    return new Count(
        label,
        ByteText.of(bytes),
        bytes == 0 ? "quiet" : tone,
        money.isEmpty() ? meaning : meaning + "; " + money);
  }

  /** Something may stand in the way of what nobody can measure. */
  private static Count blocked(Reclaimable space) {
    int findings = space.blockers().stream().mapToInt(Blocker::findings).sum();
    String meaning =
        findings == 0
            ? "confirmed, but something is in the way"
            : "in the way of " + CountText.of(findings, "finding");
    Count count = share(space, "Blocked", space.blockedBytes(), "blocked", meaning);
    return new Count(
        count.label(), count.count(), findings == 0 ? "quiet" : "blocked", count.meaning());
  }

  private static String blocker(Blocker blocker) {
    return "%s: %s, %s"
        .formatted(words(blocker.by()), CountText.of(blocker.findings(), "finding"), size(blocker));
  }

  private static String size(Blocker blocker) {
    if (blocker.unknown() == 0) {
      return ByteText.of(blocker.bytes());
    }
    return blocker.unknown() == blocker.findings()
        ? "of unknown size"
        : "%s and %s of unknown size"
            .formatted(ByteText.of(blocker.bytes()), CountText.of(blocker.unknown()));
  }

  /** What stands in the way, in words. */
  static String words(String by) {
    return switch (by) {
      case "hold" -> "a hold on a snapshot";
      case "clone" -> "a clone";
      case "snapshot-of-others" -> "snapshots that its driver did not make";
      case "task" -> "a task that names it";
      case "client" -> "a client that may have it mounted";
      case "person" -> "a person who uses it";
      case "other" -> "what its evidence names";
      default -> VisibleText.of(by);
    };
  }

  private static String price(Reclaimable space) {
    return space
        .price()
        .map(
            price ->
                "At %s %s for each TiB and month."
                    .formatted(
                        VisibleText.of(price.currency()), price.perTibMonth().toPlainString()))
        .orElse("");
  }
}
