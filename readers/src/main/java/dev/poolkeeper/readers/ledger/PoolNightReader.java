package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.attribution.DatasetOwners;
import dev.poolkeeper.processors.attribution.OwnSpace;
import dev.poolkeeper.processors.attribution.Owner;
import dev.poolkeeper.processors.attribution.SpaceSplit;
import dev.poolkeeper.processors.attribution.TaskCover;
import dev.poolkeeper.processors.inventory.SnapshotTask;
import dev.poolkeeper.processors.inventory.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Reads what it takes to say who made pools grow. */
public final class PoolNightReader {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  public PoolNightReader(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * The nights on which a pool and all datasets of its NAS were read, by pool, with what was used
   * of it.
   */
  public SortedMap<Subject, SortedMap<LocalDate, OptionalLong>> completeNights(
      LocalDate first, LocalDate last) {
    SortedMap<Subject, SortedMap<LocalDate, OptionalLong>> nights = new TreeMap<>();
    RowCallbackHandler handler =
        row ->
            nights
                .computeIfAbsent(Subject.parse(row.getString("pool")), p -> new TreeMap<>())
                .put(row.getObject("run_on", LocalDate.class), Columns.bytes(row, "used_bytes"));
    jdbc.sql(
            """
            select run_on, pool, used_bytes from mart.complete_pool_night
            where run_on between :first and :last
            """)
        .param("first", first)
        .param("last", last)
        .query(handler);
    return nights;
  }

  /** The datasets of a night, by pool. */
  public Map<Subject, List<OwnSpace>> datasets(LocalDate night) {
    Map<Subject, List<OwnSpace>> datasets = new HashMap<>();
    RowCallbackHandler handler =
        row ->
            datasets
                .computeIfAbsent(Subject.parse(row.getString("pool")), p -> new ArrayList<>())
                .add(space(row));
    jdbc.sql(
            """
            select subject, pool, created_at, own_bytes, data_bytes, snapshot_bytes, reserved_bytes
            from mart.own_space where run_on = :night
            """)
        .param("night", night)
        .query(handler);
    return datasets;
  }

  private static OwnSpace space(ResultSet row) throws SQLException {
    OptionalLong data = Columns.bytes(row, "data_bytes");
    return new OwnSpace(
        Subject.parse(row.getString("subject")),
        Columns.text(row, "created_at").map(Instant::parse),
        Columns.bytes(row, "own_bytes"),
        data.isPresent()
            ? Optional.of(
                new SpaceSplit(
                    data.getAsLong(), row.getLong("snapshot_bytes"), row.getLong("reserved_bytes")))
            : Optional.empty());
  }

  /** Whom datasets served on a night. */
  public DatasetOwners owners(LocalDate night) {
    Map<Subject, Owner> owners = new HashMap<>();
    RowCallbackHandler handler =
        row ->
            owners.put(
                Subject.parse(row.getString("dataset")),
                new Owner(
                    Subject.parse(row.getString("volume")),
                    Columns.text(row, "namespace").map(Subject::parse),
                    Columns.text(row, "claim").map(Subject::parse)));
    jdbc.sql(
            "select dataset, volume, namespace, claim from mart.dataset_owner where run_on ="
                + " :night")
        .param("night", night)
        .query(handler);
    return new DatasetOwners(owners);
  }

  /** The periodic snapshot tasks of a night. */
  public TaskCover tasks(LocalDate night) {
    return new TaskCover(
        jdbc.sql(
                "select attributes::text as attributes from mart.snapshot_task where run_on ="
                    + " :night")
            .param("night", night)
            .query((row, n) -> json.readValue(row.getString("attributes"), SnapshotTask.class))
            .list());
  }
}
