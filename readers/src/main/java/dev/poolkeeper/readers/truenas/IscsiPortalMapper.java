package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.processors.inventory.IscsiPortal;
import dev.poolkeeper.readers.json.Row;
import dev.poolkeeper.readers.json.Values;
import java.util.List;

/** Reads an iSCSI portal: its addresses without their ports. */
final class IscsiPortalMapper {

  private IscsiPortalMapper() {}

  static IscsiPortal map(Row row) {
    List<String> addresses =
        row.at("listen").values().stream()
            .flatMap(listen -> Values.text(listen.path("ip")).stream())
            .distinct()
            .toList();
    return new IscsiPortal(row.source(), row.requireNumber("id"), addresses);
  }
}
