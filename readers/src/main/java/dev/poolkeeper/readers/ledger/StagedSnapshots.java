package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The staged ZFS snapshots of a run, dataset by dataset over a cursor. */
public final class StagedSnapshots {

  private static final int FETCH_ROWS = 2000;

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  public StagedSnapshots(DataSource dataSource, JsonMapper json) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.jdbc.setFetchSize(FETCH_ROWS);
    this.json = json;
  }

  /**
   * Hands on every dataset that has snapshots, once, with all of them. Call inside a transaction,
   * so that rows come in portions.
   */
  public void read(long runId, BiConsumer<Subject, List<ZfsSnapshot>> found) {
    OneByOne datasets = new OneByOne(found);
    StagedObjects portion = new StagedObjects(json, FETCH_ROWS, datasets::add);
    jdbc.query(
        """
        select kind, attributes::text as attributes, usage::text as usage
        from staging.object
        where run_id = ? and kind = 'snapshots'
        order by subject collate "C"
        """,
        row -> {
          portion.add(row.getString("kind"), row.getString("attributes"), row.getString("usage"));
        },
        runId);
    portion.end();
    datasets.end();
  }

  /** Snapshots of one dataset follow each other, as nothing sorts between their common start. */
  private static final class OneByOne {
    private final BiConsumer<Subject, List<ZfsSnapshot>> found;
    private final List<ZfsSnapshot> collected = new ArrayList<>();

    private OneByOne(BiConsumer<Subject, List<ZfsSnapshot>> found) {
      this.found = found;
    }

    private void add(List<InventoryObject> objects) {
      for (InventoryObject object : objects) {
        if (object instanceof ZfsSnapshot snapshot) {
          if (!collected.isEmpty() && !dataset(collected.get(0)).equals(dataset(snapshot))) {
            end();
          }
          // a list that was read in pages can have one twice
          if (collected.isEmpty()
              || !collected.get(collected.size() - 1).id().equals(snapshot.id())) {
            collected.add(snapshot);
          }
        }
      }
    }

    private void end() {
      if (!collected.isEmpty()) {
        found.accept(dataset(collected.get(0)), List.copyOf(collected));
        collected.clear();
      }
    }

    private static Subject dataset(ZfsSnapshot snapshot) {
      return Subject.of(snapshot.nas(), ObjectKind.DATASET, snapshot.dataset());
    }
  }
}
