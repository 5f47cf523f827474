package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.processors.inventory.NasIdentity;
import dev.poolkeeper.readers.json.Row;
import dev.poolkeeper.readers.json.UnreadableRow;
import dev.poolkeeper.readers.json.Visible;
import java.util.regex.Pattern;

/** Reads {@code system.host_id}, a bare text. */
final class NasIdentityMapper {

  private static final Pattern HOST_ID =
      Pattern.compile("(?!(?i:null|none|true|false)$)[0-9A-Za-z._:-]{1,128}");

  private NasIdentityMapper() {}

  static NasIdentity map(Row row) {
    String hostId = row.text().orElse("").strip();
    if (!HOST_ID.matcher(hostId).matches()) {
      throw new UnreadableRow(
          hostId.isEmpty() ? "no host id" : "no host id but " + Visible.text(hostId), "");
    }
    return new NasIdentity(row.source(), hostId);
  }
}
