package dev.poolkeeper.jobs.command;

import dev.poolkeeper.processors.report.VolumeLine;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which volumes a name on the command line means. */
final class VolumeNames {

  private VolumeNames() {}

  /**
   * Those that bear the name: as a whole, or as the last part of subject, claim or dataset. When
   * none does, those that contain it. All of them for an empty name.
   */
  static List<VolumeLine> named(String name, List<VolumeLine> volumes) {
    if (name.isEmpty()) {
      return volumes;
    }
    List<VolumeLine> exact =
        having(volumes, text -> text.equals(name) || text.endsWith("/" + name));
    return exact.isEmpty() ? having(volumes, text -> text.contains(name)) : exact;
  }

  private static List<VolumeLine> having(List<VolumeLine> volumes, Predicate<String> wanted) {
    return volumes.stream()
        .filter(
            volume ->
                Stream.of(
                        Stream.of(volume.subject()),
                        volume.claim().stream(),
                        volume.dataset().stream())
                    .flatMap(names -> names)
                    .anyMatch(wanted))
        .toList();
  }
}
