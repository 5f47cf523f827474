package dev.poolkeeper.processors.proposal;

import dev.poolkeeper.processors.space.BinaryBytes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was estimated to be freed, against what the pool did.
 *
 * <p>Others write to a pool and delete from it all the time, so its two figures alone prove
 * nothing. What was freed is the gap between what was used and what the night before had forecast
 * without the destruction: {@code freed} runs from the lower to the upper end of that 95 % band.
 * Only where the band is narrow enough to tell the estimate from nothing at all is there a verdict.
 * Of proposals that destroyed something in one pool between the same nights only the sum can be
 * judged. Pure; deterministic.
 *
 * @param together how many proposals the figures of the pool are about
 * @param estimatedTogether the sum of what these were estimated to free
 * @param freedAtLeast bytes that went beyond what the forecast explains; negative: it grew more
 * @param reason the verdict in words, with its figures
 */
public record ReclaimOutcome(
    Destruction destruction,
    int together,
    Reclaim estimatedTogether,
    OptionalLong freedAtLeast,
    OptionalLong freedAtMost,
    Verdict verdict,
    String reason) {

  /** Whether the estimate held. */
  public enum Verdict {
    AS_ESTIMATED,
    LESS,
    MORE,
    UNKNOWN;

    /** {@code as-estimated}: how it is written everywhere. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of this word. */
    public static Verdict of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  private record Judged(Verdict verdict, String words) {}

  /** Of all that were destroyed before one night, in the order in which they are given. */
  public static List<ReclaimOutcome> of(List<Destruction> all) {
    return all.stream().map(one -> of(one, all)).toList();
  }

  private static ReclaimOutcome of(Destruction one, List<Destruction> all) {
    List<Destruction> group =
        all.stream()
            .filter(other -> other.proposal() == one.proposal() || one.together(other))
            .toList();
    Reclaim sum = Reclaim.together(group.stream().map(Destruction::estimated).toList());
    OptionalLong least = freed(one, one.expected().map(Destruction.Band::low));
    OptionalLong most = freed(one, one.expected().map(Destruction.Band::high));
    Judged judged = judge(one, sum, least, most);
    return new ReclaimOutcome(
        one, group.size(), sum, least, most, judged.verdict(), judged.words());
  }

  private static OptionalLong freed(Destruction one, Optional<Long> expected) {
    return expected.isPresent() && one.usedAfter().isPresent()
        ? OptionalLong.of(Math.subtractExact(expected.get(), one.usedAfter().getAsLong()))
        : OptionalLong.empty();
  }

  private static Judged judge(Destruction one, Reclaim sum, OptionalLong least, OptionalLong most) {
    if (one.pool().isEmpty()) {
      return unknown("a driver was asked to destroy it; in which pool it lay is not known");
    }
    if (one.beforeOn().isEmpty() || one.usedBefore().isEmpty() || one.usedAfter().isEmpty()) {
      return unknown("how much was used in its pool before it, or after it, was not read");
    }
    String moved =
        moved(one.usedBefore().getAsLong(), one.usedAfter().getAsLong())
            + " from %s to %s".formatted(one.beforeOn().get(), one.afterOn());
    if (least.isEmpty() || most.isEmpty()) {
      return unknown(
          moved
              + "; nothing was forecast of the pool, so what others wrote or deleted is not known");
    }
    String seen =
        "%s, where %s to %s were forecast"
            .formatted(
                moved,
                signed(one.expected().orElseThrow().low() - one.usedBefore().getAsLong()),
                signed(one.expected().orElseThrow().high() - one.usedBefore().getAsLong()));
    if (sum.atLeast().isEmpty() || sum.atMost().isEmpty()) {
      return unknown(seen + "; what it would free was not known");
    }
    return judge(
        sum.atLeast().getAsLong(),
        sum.atMost().getAsLong(),
        least.getAsLong(),
        most.getAsLong(),
        seen);
  }

  private static Judged judge(long low, long high, long least, long most, String seen) {
    if (most < low) {
      return new Judged(
          Verdict.LESS,
          "%s: %s were freed at most".formatted(seen, most < 0 ? "0 B" : BinaryBytes.text(most)));
    }
    if (least > high) {
      return new Judged(
          Verdict.MORE, "%s: %s were freed at least".formatted(seen, BinaryBytes.text(least)));
    }
    return least <= 0
        ? unknown(seen + ": the pool moves by more than that on its own")
        : new Judged(
            Verdict.AS_ESTIMATED,
            "%s: %s to %s were freed"
                .formatted(seen, BinaryBytes.text(least), BinaryBytes.text(most)));
  }

  private static Judged unknown(String why) {
    return new Judged(Verdict.UNKNOWN, why);
  }

  private static String moved(long before, long after) {
    if (before == after) {
      return "what is used in the pool is the same";
    }
    return "what is used in the pool %s by %s"
        .formatted(after < before ? "fell" : "rose", BinaryBytes.text(Math.abs(after - before)));
  }

  private static String signed(long bytes) {
    return (bytes >= 0 ? "+" : "") + BinaryBytes.text(bytes);
  }
}
