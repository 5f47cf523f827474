package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
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
    SnapshotsByDataset datasets = new SnapshotsByDataset(found);
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
}
