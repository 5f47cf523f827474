package dev.poolkeeper.processors.inventory;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An NFS export with all its paths. A path may be exported several times, to different networks.
 *
 * @param repeated whether a share of a lower id has the same first path; its subject then bears its
 *     id, {@code nas1/nfs-shares/mnt/tank/a#241}, so that each share has a subject of its own
 */
public record NfsShare(
    String nas, long id, List<String> paths, String comment, boolean enabled, boolean repeated)
    implements InventoryObject {

  public NfsShare {
    paths = List.copyOf(paths);
  }

  /** A share that is alone at its path, as far as is known. */
  public NfsShare(String nas, long id, List<String> paths, String comment, boolean enabled) {
    this(nas, id, paths, comment, enabled, false);
  }

  /**
   * The same shares, told apart: of those of one path, that of the lowest id keeps the path for its
   * name. The order of the list has no say, so names stay from night to night as long as the shares
   * do.
   *
   * @param shares all of one NAS
   */
  public static List<NfsShare> toldApart(Collection<NfsShare> shares) {
    Map<String, Long> lowest = new HashMap<>();
    shares.forEach(share -> lowest.merge(share.path(), share.id(), Math::min));
    return shares.stream()
        .map(share -> share.repeated(share.id() != lowest.getOrDefault(share.path(), share.id())))
        .toList();
  }

  private NfsShare repeated(boolean now) {
    return now == repeated ? this : new NfsShare(nas, id, paths, comment, enabled, now);
  }

  private String path() {
    return paths.isEmpty() ? "id-" + id : paths.get(0).replaceFirst("^/", "");
  }

  @Override
  public Subject subject() {
    return Subject.of(nas, ObjectKind.NFS_SHARE, path() + (repeated ? "#" + id : ""));
  }
}
