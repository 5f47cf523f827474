package dev.poolkeeper.processors.inventory;

import java.util.List;

/**
 * What uses files or zvols on the appliance itself: a device of a virtual machine, an app's mount,
 * a cloud sync or rsync task. Neither Kubernetes nor a share shows it.
 *
 * @param kind which of them
 * @param name what people know it by
 * @param paths files and folders it uses
 * @param zvols zvols it uses, as dataset ids
 */
public record PathUser(
    ObjectKind kind, String nas, String id, String name, List<String> paths, List<String> zvols)
    implements OneOfKinds {

  /** The kinds it stands for. */
  public static final List<ObjectKind> KINDS =
      List.of(
          ObjectKind.VM_DEVICE, ObjectKind.APP, ObjectKind.CLOUD_SYNC_TASK, ObjectKind.RSYNC_TASK);

  public PathUser {
    if (!KINDS.contains(kind)) {
      throw new IllegalArgumentException(kind + " uses no paths");
    }
    paths = List.copyOf(paths);
    zvols = List.copyOf(zvols);
  }

  @Override
  public Subject subject() {
    return Subject.of(nas, kind, id);
  }
}
