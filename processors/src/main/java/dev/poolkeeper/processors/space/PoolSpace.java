package dev.poolkeeper.processors.space;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Where the usable space of a pool goes. The shares and the remainder add up to {@code usedBytes}
 * exactly, whatever else is unknown.
 *
 * @param usableBytes used and available of its root dataset: parity is left out
 * @param shares by category and clusters
 * @param remainderBytes used that is no listed dataset's own: metadata of the pool, datasets that
 *     the TrueNAS does not list, reservations not yet written, datasets of unknown size; below 0
 *     when the figures were not taken at one instant
 * @param provisioning what is promised to volumes
 * @param overcommitRatio what is provisioned against what is usable; 1 promises all of the pool
 * @param shortfallBytes what is missing when every volume fills and nothing else changes; 0 when it
 *     fits
 * @param unknown what is not known and why, in sentences
 */
public record PoolSpace(
    String subject,
    OptionalLong usableBytes,
    OptionalLong usedBytes,
    OptionalLong availableBytes,
    List<PoolShare> shares,
    OptionalLong remainderBytes,
    Provisioning provisioning,
    OptionalDouble overcommitRatio,
    OptionalLong shortfallBytes,
    List<String> unknown) {

  private static final List<SpaceCategory> CATEGORIES = List.of(SpaceCategory.values());

  private static final Comparator<PoolShare> IN_ORDER =
      Comparator.<PoolShare, Integer>comparing(share -> rank(share.category()))
          .thenComparing(PoolShare::category)
          .thenComparing(PoolShare::clusters);

  public PoolSpace {
    shares = List.copyOf(shares);
    unknown = List.copyOf(unknown);
  }

  /**
   * @param usedBytes of the root dataset
   * @param availableBytes of the root dataset
   */
  public static PoolSpace of(
      String subject,
      OptionalLong usedBytes,
      OptionalLong availableBytes,
      List<PoolShare> shares,
      Provisioning provisioning) {
    OptionalLong usable = KnownSum.both(usedBytes, availableBytes);
    OptionalLong remainder = remainder(usedBytes, shares);
    return new PoolSpace(
        subject,
        usable,
        usedBytes,
        availableBytes,
        shares.stream().sorted(IN_ORDER).toList(),
        remainder,
        provisioning,
        ratio(provisioning.provisionedBytes(), usable),
        shortfall(provisioning.unfilledBytes(), availableBytes),
        unknown(usable, remainder, shares, provisioning));
  }

  /** Words that are no category come last. */
  private static int rank(String word) {
    return SpaceCategory.named(word).map(CATEGORIES::indexOf).orElse(CATEGORIES.size());
  }

  private static OptionalLong remainder(OptionalLong used, List<PoolShare> shares) {
    OptionalLong counted =
        KnownSum.of(shares.stream().map(PoolShare::bytes).filter(OptionalLong::isPresent).toList());
    return used.isPresent() && counted.isPresent()
        ? OptionalLong.of(used.getAsLong() - counted.getAsLong())
        : OptionalLong.empty();
  }

  private static OptionalDouble ratio(OptionalLong provisioned, OptionalLong usable) {
    return provisioned.isPresent() && usable.orElse(0) > 0
        ? OptionalDouble.of((double) provisioned.getAsLong() / usable.getAsLong())
        : OptionalDouble.empty();
  }

  private static OptionalLong shortfall(OptionalLong unfilled, OptionalLong available) {
    return unfilled.isPresent() && available.isPresent()
        ? OptionalLong.of(Math.max(0, unfilled.getAsLong() - available.getAsLong()))
        : OptionalLong.empty();
  }

  private static List<String> unknown(
      OptionalLong usable,
      OptionalLong remainder,
      List<PoolShare> shares,
      Provisioning provisioning) {
    long unmeasured = shares.stream().mapToLong(PoolShare::unknownDatasets).sum();
    return List.of(
            sentence(
                usable.isEmpty(), "its root dataset did not tell how much is used and available"),
            sentence(
                unmeasured > 0,
                "datasets that did not tell their size, their space is in the remainder: "
                    + unmeasured),
            sentence(
                remainder.orElse(0) < 0,
                "its datasets add up to more than it says is used, so the figures are not of one"
                    + " instant"),
            sentence(
                provisioning.unsized() > 0,
                "volumes of unknown size, in no sum: " + provisioning.unsized()),
            sentence(
                provisioning.unmeasured() > 0,
                "volumes that did not tell what is written: " + provisioning.unmeasured()))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> sentence(boolean applies, String text) {
    return applies ? Optional.of(text) : Optional.empty();
  }

  /**
   * What all shares of a category take, snapshots and reservations included; 0 when there are none.
   */
  public OptionalLong bytesOf(SpaceCategory category) {
    return KnownSum.of(ofCategory(category).stream().map(PoolShare::bytes).toList());
  }

  /** Of that, what only snapshots hold. */
  public OptionalLong snapshotBytesOf(SpaceCategory category) {
    return KnownSum.of(ofCategory(category).stream().map(PoolShare::snapshotBytes).toList());
  }

  private List<PoolShare> ofCategory(SpaceCategory category) {
    return shares.stream().filter(share -> share.category().equals(category.word())).toList();
  }
}
