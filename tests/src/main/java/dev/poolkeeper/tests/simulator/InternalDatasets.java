package dev.poolkeeper.tests.simulator;

import java.util.List;

/** Which datasets a release keeps to itself. */
final class InternalDatasets {

  private InternalDatasets() {}

  /**
   * Whether listings leave a dataset out. From 25.10 on any path is left out that has such a part
   * anywhere, even a volume whose name merely begins like it.
   *
   * @param byResource {@code zfs.resource.*} of 26 looks below the pool only
   */
  static boolean hidden(Generation generation, String id, boolean byResource) {
    List<String> names =
        List.of(
            ".system",
            "ix-applications",
            "ix-apps",
            generation.atLeast(Generation.TWENTY_SIX) ? ".truenas_containers" : ".ix-virt");
    String below = id.contains("/") ? id.substring(id.indexOf('/')) : "";
    boolean exact =
        !generation.atLeast(Generation.GOLDEYE_25_10)
            || (byResource && generation.atLeast(Generation.TWENTY_SIX));
    return names.stream()
        .anyMatch(
            name ->
                exact
                    ? below.equals("/" + name) || below.startsWith("/" + name + "/")
                    : below.contains("/" + name));
  }
}
