package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.processors.inventory.ClusterVersion;
import dev.poolkeeper.readers.json.Row;
import dev.poolkeeper.readers.json.UnreadableRow;
import java.util.List;

/** Reads an API server's {@code /version}, bare or as {@code kubectl version -o json} shows it. */
public final class ClusterVersionMapper {

  private ClusterVersionMapper() {}

  public static List<ClusterVersion> map(Row row) {
    String version =
        row.text("gitVersion")
            .or(() -> row.text("serverVersion", "gitVersion"))
            .orElseThrow(
                () ->
                    new UnreadableRow(
                        "an object without gitVersion, so no version of an API server",
                        "store what the API server answers to /version"));
    return List.of(new ClusterVersion(row.source(), version));
  }
}
