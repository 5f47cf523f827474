package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.processors.inventory.NasSystem;
import dev.poolkeeper.readers.json.Row;
import dev.poolkeeper.readers.json.Visible;
import java.util.Optional;

/** Reads {@code system.info}; remarks a release whose answers nobody has seen. */
final class NasSystemMapper {

  private NasSystemMapper() {}

  static NasSystem map(Row row) {
    String version = row.textOrNone("version");
    Optional<TrueNasRelease> release = TrueNasRelease.parse(version);
    if (release.filter(TrueNasRelease::known).isEmpty()) {
      row.remark(
          version.isEmpty() ? "no version" : "version " + Visible.text(version),
          "verdicts of this NAS are withheld, as its answers may mean something else;"
              + " known are CORE 13 and 22.02 to 27, use a poolkeeper that knows this release");
    }
    return new NasSystem(
        row.source(),
        version,
        row.textOrNone("hostname"),
        row.text("timezone"),
        row.instant("datetime"));
  }
}
