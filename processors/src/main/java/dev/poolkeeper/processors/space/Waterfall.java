package dev.poolkeeper.processors.space;

import dev.poolkeeper.processors.inventory.SpaceUsage;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the space charged to one dataset or zvol goes to, in bytes. When all parts are known they
 * add up to {@code usedBytes} exactly, as in ZFS.
 *
 * @param usedBytes all that is charged to it (ZFS {@code used})
 * @param dataBytes live data (ZFS {@code usedbydataset}); what a clone shares with its origin is
 *     charged to the origin
 * @param snapshotBytes what only its snapshots hold together (ZFS {@code usedbysnapshots})
 * @param childrenBytes datasets inside it (ZFS {@code usedbychildren})
 * @param reservedBytes set aside and not yet written (ZFS {@code usedbyrefreservation})
 * @param unknown why a part is not known; empty when all are
 */
public record Waterfall(
    OptionalLong usedBytes,
    OptionalLong dataBytes,
    OptionalLong snapshotBytes,
    OptionalLong childrenBytes,
    OptionalLong reservedBytes,
    Optional<String> unknown) {

  private static final String NOT_MEASURED = "its dataset was not measured on this night";
  private static final String PARTS_NOT_TOLD =
      "this TrueNAS tells how much is used, but not what for";
  private static final String CONTRADICTION =
      "its parts add up to more than the whole, so they were not measured at one instant";

  /** Nothing is known, for this reason. */
  public static Waterfall unknown(String reason) {
    return new Waterfall(
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.of(reason));
  }

  /**
   * Live data is what the other parts leave of {@code used}: not every release tells it, and what
   * is told as referenced includes what a clone shares.
   */
  public static Waterfall of(SpaceUsage usage) {
    if (usage.usedBytes().isEmpty()) {
      return unknown(NOT_MEASURED);
    }
    OptionalLong others =
        KnownSum.both(
            usage.snapshotBytes(), KnownSum.both(usage.childrenBytes(), usage.reservedBytes()));
    long used = usage.usedBytes().getAsLong();
    boolean consistent = others.isPresent() && others.getAsLong() <= used;
    return new Waterfall(
        usage.usedBytes(),
        consistent ? OptionalLong.of(used - others.getAsLong()) : OptionalLong.empty(),
        usage.snapshotBytes(),
        usage.childrenBytes(),
        usage.reservedBytes(),
        consistent ? Optional.empty() : Optional.of(reason(usage)));
  }

  private static String reason(SpaceUsage usage) {
    boolean told =
        usage.snapshotBytes().isPresent()
            && usage.childrenBytes().isPresent()
            && usage.reservedBytes().isPresent();
    return told ? CONTRADICTION : PARTS_NOT_TOLD;
  }

  /** What whoever writes into it cannot see: all but the live data. */
  public OptionalLong hidden() {
    return usedBytes.isPresent() && dataBytes.isPresent()
        ? OptionalLong.of(usedBytes.getAsLong() - dataBytes.getAsLong())
        : OptionalLong.empty();
  }
}
