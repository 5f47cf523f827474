package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.processors.inventory.NfsShare;
import dev.poolkeeper.readers.json.Row;
import java.util.List;
import java.util.stream.Stream;

/** Reads an NFS share: {@code paths} up to 22.02, {@code path} and {@code aliases} since. */
final class NfsShareMapper {

  private NfsShareMapper() {}

  static NfsShare map(Row row) {
    List<String> paths =
        Stream.of(
                row.text("path").stream(),
                row.texts("paths").stream(),
                row.texts("aliases").stream())
            .flatMap(part -> part)
            .distinct()
            .toList();
    return new NfsShare(
        row.source(),
        row.requireNumber("id"),
        paths,
        row.textOrNone("comment"),
        row.flag(true, "enabled"));
  }
}
