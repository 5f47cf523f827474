package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.NfsShare;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.SmbShare;
import dev.poolkeeper.processors.reconcile.CsiMarks;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Shares that no driver made of what looks like a driver's volume: somebody took over its data, and
 * only that person knows whether it may go.
 *
 * <p>A driver's share lies at the dataset's own mountpoint, and is told by its comment, by the id
 * or address that the driver wrote on the dataset, or by a name or comment with the dataset's in
 * it. A share without a comment is taken for the driver's where the driver has marked the dataset.
 * A driver shares a volume once, so of several shares of one path no more than one is taken for its
 * that does not say so itself.
 */
final class HandMadeShares {

  private static final String NFS_SHARE_ID = "democratic-csi:freenas_nfs_share_id";
  private static final String SMB_SHARE_ID = "democratic-csi:freenas_smb_share_id";

  private final Map<String, String> shares = new HashMap<>();

  HandMadeShares(Night night) {
    for (NfsShare share : night.all(ObjectKind.NFS_SHARE, NfsShare.class)) {
      for (String path : share.paths()) {
        night
            .join()
            .nas(share.nas())
            .holding(path)
            .filter(dataset -> !(at(dataset, path) && driverMade(share, dataset, night)))
            .ifPresent(dataset -> note(dataset, share, share.comment()));
      }
    }
    for (SmbShare share : night.all(ObjectKind.SMB_SHARE, SmbShare.class)) {
      night
          .join()
          .nas(share.nas())
          .holding(share.path())
          .filter(dataset -> !(at(dataset, share.path()) && driverMade(share, dataset)))
          .ifPresent(dataset -> note(dataset, share, share.comment()));
    }
  }

  private static boolean at(Dataset dataset, String path) {
    return dataset.mountpoint().filter(path.replaceFirst("/$", "")::equals).isPresent();
  }

  private static boolean driverMade(NfsShare share, Dataset dataset, Night night) {
    return saysSo(share, dataset)
        || (likely(share, dataset)
            && night.join().nas(share.nas()).nfsShares(dataset).stream()
                .filter(other -> other.id() != share.id())
                .noneMatch(
                    other ->
                        saysSo(other, dataset)
                            || (other.id() < share.id() && likely(other, dataset))));
  }

  private static boolean saysSo(NfsShare share, Dataset dataset) {
    return named(dataset, NFS_SHARE_ID, share.id())
        || Owners.driver(share.comment()).isPresent()
        || DriverTraces.trueNasCsiHandle(share.comment()).isPresent();
  }

  private static boolean likely(NfsShare share, Dataset dataset) {
    return context(dataset).contains("\"" + share.paths().get(0) + "\"")
        || share.comment().contains(dataset.leaf())
        || (share.comment().isBlank() && CsiMarks.anyDriver(dataset));
  }

  private static boolean driverMade(SmbShare share, Dataset dataset) {
    String name = share.name().toLowerCase(Locale.ROOT);
    return named(dataset, SMB_SHARE_ID, share.id())
        || Owners.driver(share.comment()).isPresent()
        || name.contains(dataset.leaf().toLowerCase(Locale.ROOT))
        || context(dataset).toLowerCase(Locale.ROOT).contains("\"" + name + "\"");
  }

  private static boolean named(Dataset dataset, String property, long id) {
    return dataset.property(property).filter(Long.toString(id)::equals).isPresent();
  }

  private static String context(Dataset dataset) {
    return dataset.property(CsiMarks.SHARE_CONTEXT).orElse("");
  }

  private void note(Dataset dataset, InventoryObject share, String comment) {
    String said = share.subject() + (comment.isBlank() ? "" : " (" + comment + ")");
    shares.merge(dataset.nas() + ":" + dataset.id(), said, (a, b) -> a.compareTo(b) <= 0 ? a : b);
  }

  /**
   * The share that no driver made of the dataset, or of a folder in it; empty when there is none.
   */
  Optional<String> of(Dataset dataset) {
    return Optional.ofNullable(shares.get(dataset.nas() + ":" + dataset.id()));
  }
}
