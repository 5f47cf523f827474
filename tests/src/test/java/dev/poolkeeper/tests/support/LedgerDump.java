package dev.poolkeeper.tests.support;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that a ledger says, without the ids and clock times that differ from run to run. */
public final class LedgerDump {

  private static final Map<String, String> QUERIES =
      Map.of(
          "versions",
          """
          select object.kind || ' ' || object.subject || ' ' || version.valid_from || ' '
              || coalesce(version.valid_to::text, 'now') || ' ' || version.attributes
          from ledger.version join ledger.object using (object_id)
          """,
          "usage",
          """
          select usage.day || ' ' || object.subject || ' ' || origin || ' ' || concat_ws(',', used_bytes,
              available_bytes, referenced_bytes, snapshot_bytes, children_bytes, reserved_bytes,
              capacity_bytes)
          from ledger.usage join ledger.object using (object_id)
          """,
          "snapshots",
          """
          select object.subject || ' ' || measured_on || ' ' || used_bytes
          from ledger.snapshot_usage join ledger.object using (object_id)
          """,
          "findings",
          """
          select run_on || ' ' || fingerprint || ' ' || concat_ws(',', status, severity, confirmed,
              first_seen_at, last_seen_at, nights, reclaimable_bytes, evidence, note)
          from mart.finding
          """,
          "nights",
          """
          select run_on || ' ' || concat_ws(',', status, captured_at, verdict, score)
          from mart.night
          """,
          "captures",
          """
          select run_on || ' ' || part || ' ' || status || ' ' || row_count from mart.capture
          """);

  private LedgerDump() {}

  /** Sorted lines by what they are about. */
  public static Map<String, List<String>> of(JdbcClient sql) {
    Map<String, List<String>> dump = new TreeMap<>();
    QUERIES.forEach(
        (name, query) ->
            dump.put(name, sql.sql(query).query(String.class).list().stream().sorted().toList()));
    return dump;
  }
}
