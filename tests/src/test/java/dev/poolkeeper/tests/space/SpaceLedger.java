package dev.poolkeeper.tests.space;

import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.readers.ledger.SpaceMarts;
import dev.poolkeeper.readers.ledger.SpaceMarts.NightSpace;
import dev.poolkeeper.tests.support.Poolkeeper;
import java.nio.file.Path;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A ledger with one night, written row by row. */
final class SpaceLedger implements AutoCloseable {

  static final LocalDate NIGHT = LocalDate.of(2026, 2, 11);

  /** Figures of a dataset; null was not told. */
  record Figures(
      @Nullable Long used,
      @Nullable Long available,
      @Nullable Long referenced,
      @Nullable Long snapshots,
      @Nullable Long children,
      @Nullable Long reserved,
      @Nullable Long limit) {}

  private final JsonMapper json = new JsonMapper();
  private final LedgerStore store;
  private final JdbcClient sql;

  SpaceLedger(Path folder) {
    store = LedgerStore.embedded(new Poolkeeper(folder).home(), line -> {});
    sql = JdbcClient.create(store.dataSource());
    sql.sql("select ledger.ensure_month(:night)").param("night", NIGHT).query((r, n) -> 0).list();
    sql.sql(
            """
            insert into ledger.run (job, run_on, attempt, origin, status, version, policy, started_at)
            values ('nightly', :night, 1, 'model', 'complete', 'test', '{}', now())
            """)
        .param("night", NIGHT)
        .update();
    for (String name : List.of("prod-a", "prod-b", "nas1", "nas2")) {
      sql.sql(
              "insert into ledger.source (run_id, name, side, addresses) values (1, :name, :side,"
                  + " '{}')")
          .param("name", name)
          .param("side", name.startsWith("nas") ? "nas" : "cluster")
          .update();
    }
  }

  @Override
  public void close() {
    store.close();
  }

  void pool(String nas, String name) {
    object("pools", nas + "/pools/" + name, nas, Map.of("status", "ONLINE"));
  }

  void dataset(String nas, String path, String origin, Figures figures) {
    long id =
        object(
            "datasets",
            nas + "/datasets/" + path,
            nas,
            Map.of("type", "FILESYSTEM", "origin", origin));
    sql.sql(
            """
            insert into ledger.usage (day, object_id, used_bytes, available_bytes, referenced_bytes,
                snapshot_bytes, children_bytes, reserved_bytes, capacity_bytes)
            values (:night, :id, :used, :available, :referenced, :snapshots, :children, :reserved,
                :limit)
            """)
        .param("night", NIGHT)
        .param("id", id)
        .param("used", figures.used(), Types.BIGINT)
        .param("available", figures.available(), Types.BIGINT)
        .param("referenced", figures.referenced(), Types.BIGINT)
        .param("snapshots", figures.snapshots(), Types.BIGINT)
        .param("children", figures.children(), Types.BIGINT)
        .param("reserved", figures.reserved(), Types.BIGINT)
        .param("limit", figures.limit(), Types.BIGINT)
        .update();
  }

  void snapshot(String nas, String name, long used, long referenced) {
    long id = object("snapshots", nas + "/snapshots/" + name, nas, Map.of());
    sql.sql("insert into ledger.snapshot_usage values (?, ?, ?, ?)")
        .params(id, NIGHT, used, referenced)
        .update();
  }

  void volume(String cluster, String name, String outcome, String dataset, long capacity) {
    Map<String, Object> attributes = new TreeMap<>();
    attributes.put("phase", "Bound");
    attributes.put("storageClass", "nfs");
    attributes.put("capacityBytes", capacity);
    attributes.put("source", Map.of("type", "csi", "driver", "org.example"));
    attributes.put("claim", Map.of("namespace", "media", "name", name));
    String subject = cluster + "/persistentvolumes/" + name;
    object("persistentvolumes", subject, cluster, attributes);
    object(
        "matches",
        subject,
        cluster,
        Map.of("outcome", outcome, "to", List.of(dataset), "evidence", List.of()));
  }

  void leftover(String subject) {
    sql.sql(
            """
            with found as (
                insert into ledger.finding (fingerprint, code, subject)
                values ('PK102:' || :subject, 'PK102', :subject) returning finding_id
            )
            insert into ledger.finding_night (finding_id, run_on, status, severity, confirmed,
                first_seen_at, last_seen_at, nights, evidence)
            select finding_id, :night, 'persisting', 'warning', true, now(), now(), 3, '{}'
            from found
            """)
        .param("subject", subject)
        .param("night", NIGHT)
        .update();
  }

  private long object(String kind, String subject, String source, Map<String, ?> attributes) {
    return sql.sql(
            """
            with added as (
                insert into ledger.object (kind, subject, source) values (:kind, :subject, :source)
                returning object_id
            )
            insert into ledger.version (object_id, valid_from, attributes)
            select object_id, :night, :attributes::jsonb from added returning object_id
            """)
        .param("kind", kind)
        .param("subject", subject)
        .param("source", source)
        .param("night", NIGHT)
        .param("attributes", json.writeValueAsString(attributes))
        .query(Long.class)
        .single();
  }

  NightSpace read() {
    sql.sql("select ledger.refresh_statistics(:night)")
        .param("night", NIGHT)
        .query((r, n) -> 0)
        .list();
    return new SpaceMarts(sql).read(NIGHT);
  }
}
