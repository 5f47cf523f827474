package dev.poolkeeper.processors.inventory;

import java.util.List;

/** An NFS export with all its paths. */
public record NfsShare(String nas, long id, List<String> paths, String comment, boolean enabled)
    implements InventoryObject {

  public NfsShare {
    paths = List.copyOf(paths);
  }

  @Override
  public Subject subject() {
    String path = paths.isEmpty() ? "id-" + id : paths.get(0).replaceFirst("^/", "");
    return Subject.of(nas, ObjectKind.NFS_SHARE, path);
  }
}
