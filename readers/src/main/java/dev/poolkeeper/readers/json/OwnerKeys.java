package dev.poolkeeper.readers.json;

import java.util.List;

/** Under which labels and annotations people write who answers for something. */
public final class OwnerKeys {

  /** Ours first; then what is in use; the last one OpenShift writes on projects. */
  public static final List<String> ALL =
      List.of(
          "poolkeeper.dev/owner",
          "owner",
          "team",
          "app.kubernetes.io/owner",
          "openshift.io/requester");

  private OwnerKeys() {}
}
