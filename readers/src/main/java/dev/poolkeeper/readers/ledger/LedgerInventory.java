package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.InventoryObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
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

  private final JdbcTemplate jdbc;
  private final StagedInventory runs;
  private final JsonMapper json;

  public LedgerInventory(DataSource dataSource, JsonMapper json) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.jdbc.setFetchSize(FETCH_ROWS);
    this.runs = new StagedInventory(dataSource, json);
    this.json = json;
  }

  /**
   * @param night that has finished
   */
  public Inventory read(LocalDate night) {
    Long run =
        jdbc.queryForObject("select run_id from mart.night where run_on = ?", Long.class, night);
    Inventory captured = runs.withoutObjects(run == null ? 0 : run);
    List<InventoryObject> objects = new ArrayList<>();
    StagedObjects portion = new StagedObjects(json, FETCH_ROWS, objects::addAll);
    jdbc.query(
        OBJECTS,
        row -> {
          portion.add(row.getString("kind"), row.getString("attributes"), null);
        },
        night);
    portion.end();
    return new Inventory(captured.estate(), captured.captures(), objects.stream());
  }
}
