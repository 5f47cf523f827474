package dev.poolkeeper.processors.attribution;

import dev.poolkeeper.processors.attribution.DatasetPairs.Pair;
import dev.poolkeeper.processors.attribution.GrowthPart.Presence;
import dev.poolkeeper.processors.attribution.PoolGrowth.Attributed;
import dev.poolkeeper.processors.attribution.PoolGrowth.NotAttributed;
import dev.poolkeeper.processors.inventory.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Says which datasets made a pool grow.
 *
 * <p>Of every dataset counts what it takes for itself: live data, what only its snapshots hold, and
 * what its reservation keeps free. What lies inside it counts with the datasets inside, so no byte
 * counts twice and all own space adds up to {@code used} of the root dataset. The remainder is the
 * pool's change less all parts, so the sum always holds. Pure; the order of the input does not
 * matter. Source: zfsprops(7), space accounting: {@code used = usedbydataset + usedbysnapshots +
 * usedbychildren + usedbyrefreservation}.
 */
public final class GrowthAttribution {

  private static final Comparator<GrowthPart> LARGEST_FIRST =
      Comparator.<GrowthPart>comparingLong(part -> -Math.abs(part.change().totalBytes()))
          .thenComparing(GrowthPart::dataset)
          .thenComparing(GrowthPart::presence);

  private final DatasetOwners owners;
  private final TaskCover tasks;

  /**
   * @param owners as of the later night, else of the earlier one
   * @param tasks as of the later night
   */
  public GrowthAttribution(DatasetOwners owners, TaskCover tasks) {
    this.owners = owners;
    this.tasks = tasks;
  }

  /**
   * From one complete night to another.
   *
   * @param days that were asked for; the nights may be nearer or farther apart
   */
  public PoolGrowth attribute(Subject pool, int days, PoolNight before, PoolNight after) {
    if (before.usedBytes().isEmpty() || after.usedBytes().isEmpty()) {
      return new NotAttributed(
          pool,
          days,
          "how much of it was used on %s is not known"
              .formatted(before.usedBytes().isEmpty() ? before.night() : after.night()));
    }
    try {
      return attributed(pool, days, before, after);
    } catch (ArithmeticException e) {
      return new NotAttributed(
          pool,
          days,
          "its datasets tell figures that cannot be true: their sum exceeds 2^63 bytes");
    }
  }

  private Attributed attributed(Subject pool, int days, PoolNight before, PoolNight after) {
    long delta =
        Math.subtractExact(after.usedBytes().orElseThrow(), before.usedBytes().orElseThrow());
    List<GrowthPart> parts = new ArrayList<>();
    List<Subject> untold = new ArrayList<>();
    for (Pair pair : DatasetPairs.of(before, after)) {
      if (pair.before().ownBytes().isEmpty() || pair.after().ownBytes().isEmpty()) {
        untold.add(pair.after().dataset());
        continue;
      }
      SpaceChange change = SpaceChange.between(pair.before(), pair.after());
      if (!change.unchanged()) {
        parts.add(part(pair, change));
      }
    }
    parts.sort(LARGEST_FIRST);
    long remainder = delta;
    for (GrowthPart part : parts) {
      remainder = Math.subtractExact(remainder, part.change().totalBytes());
    }
    return new Attributed(
        pool,
        days,
        before.night(),
        after.night(),
        delta,
        parts,
        remainder,
        reasons(remainder, untold));
  }

  private GrowthPart part(Pair pair, SpaceChange change) {
    Subject dataset = pair.after().dataset();
    Optional<Subject> formerly =
        pair.presence() == Presence.RENAMED
            ? Optional.of(pair.before().dataset())
            : Optional.empty();
    return new GrowthPart(
        dataset,
        pair.presence(),
        formerly,
        owners.of(dataset).or(() -> formerly.flatMap(owners::of)),
        pair.presence() == Presence.DELETED ? List.of() : tasks.of(dataset),
        change);
  }

  private static List<String> reasons(long remainder, List<Subject> untold) {
    List<String> reasons = new ArrayList<>();
    if (!untold.isEmpty()) {
      Subject first = untold.stream().min(Comparator.naturalOrder()).orElseThrow();
      reasons.add(
          untold.size() == 1
              ? "%s did not tell its space on both nights: what it changed by is in here"
                  .formatted(first)
              : "%d datasets did not tell their space on both nights, the first by name is %s: what they changed by is in here"
                  .formatted(untold.size(), first));
    }
    if (remainder != 0) {
      reasons.add(
          "charged to the pool and to no dataset of its own: room that parents keep for the"
              + " reservations of datasets inside them, metadata, and what changed while the list"
              + " was read");
    }
    return reasons;
  }
}
