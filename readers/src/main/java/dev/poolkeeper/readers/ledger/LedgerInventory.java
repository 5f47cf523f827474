package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A past night's inventory, as the ledger remembers it. */
public final class LedgerInventory {

  private static final int FETCH_ROWS = 2000;

  /** Space figures are kept apart from the rest of an object; null stays null: not told. */
  private static final String OBJECTS =
      """
      select object.kind, (
          case when object.kind in ('pools', 'datasets', 'snapshots', 'volume-stats')
              then object.attributes || jsonb_build_object('usage', jsonb_build_object(
                  'usedBytes', coalesce(day.used_bytes, snapshot.used_bytes),
                  'availableBytes', day.available_bytes,
                  'referencedBytes', coalesce(day.referenced_bytes, snapshot.referenced_bytes),
                  'snapshotBytes', day.snapshot_bytes,
                  'childrenBytes', day.children_bytes,
                  'reservedBytes', day.reserved_bytes,
                  'capacityBytes', day.capacity_bytes
              ))
              else object.attributes
          end
      )::text as attributes
      from mart.object
      left join ledger.usage as day
          on day.object_id = object.object_id and day.day = object.run_on
          and day.origin = 'measured'
      left join ledger.snapshot_usage as snapshot on snapshot.object_id = object.object_id
      where object.run_on = ?
      """;

  /** Of the snapshots only what Kubernetes objects stand on, as the join needs no others. */
  private static final String JOINED =
      """
       and (object.kind <> 'snapshots' or object.subject in (
          select to_subject from mart.link where run_on = ?
      ))
      """;

  private static final String SNAPSHOTS_IN_ORDER =
      " and object.kind = 'snapshots' order by object.subject collate \"C\"";

  private final JdbcTemplate jdbc;
  private final TransactionTemplate reading;
  private final StagedInventory runs;
  private final JsonMapper json;

  public LedgerInventory(DataSource dataSource, JsonMapper json) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.jdbc.setFetchSize(FETCH_ROWS);
    this.reading = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.runs = new StagedInventory(dataSource, json);
    this.json = json;
  }

  /**
   * @param night that has finished
   */
  public Inventory read(LocalDate night) {
    return read(night, OBJECTS, night);
  }

  /**
   * The same without the snapshots that no Kubernetes object stands on, which may be millions; the
   * lists of them are as complete as they were.
   *
   * @param night that has finished
   */
  public Inventory readWithoutSnapshots(LocalDate night) {
    return read(night, OBJECTS + JOINED, night, night);
  }

  /**
   * Hands on every dataset that has snapshots, once, with all of them, over a cursor.
   *
   * @param night that has finished
   */
  public void readSnapshots(LocalDate night, BiConsumer<Subject, List<ZfsSnapshot>> found) {
    reading.executeWithoutResult(
        status -> {
          SnapshotsByDataset datasets = new SnapshotsByDataset(found);
          StagedObjects portion = new StagedObjects(json, FETCH_ROWS, datasets::add);
          jdbc.query(OBJECTS + SNAPSHOTS_IN_ORDER, to(portion), night);
          portion.end();
          datasets.end();
        });
  }

  private Inventory read(LocalDate night, String sql, Object... parameters) {
    Long run =
        jdbc.queryForObject("select run_id from mart.night where run_on = ?", Long.class, night);
    Inventory captured = runs.withoutObjects(run == null ? 0 : run);
    List<InventoryObject> objects = new ArrayList<>();
    StagedObjects portion = new StagedObjects(json, FETCH_ROWS, objects::addAll);
    reading.executeWithoutResult(status -> jdbc.query(sql, to(portion), parameters));
    portion.end();
    return new Inventory(captured.estate(), captured.captures(), objects.stream());
  }

  private static RowCallbackHandler to(StagedObjects portion) {
    return row -> portion.add(row.getString("kind"), row.getString("attributes"), null);
  }
}
