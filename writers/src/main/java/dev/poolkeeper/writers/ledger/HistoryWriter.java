package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.history.ClaimDay;
import dev.poolkeeper.processors.history.DayRange;
import dev.poolkeeper.processors.inventory.CaptureProblem;
import dev.poolkeeper.processors.inventory.ObjectKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills days that no night measured. A measured day always wins, and doing it again adds nothing.
 * Call inside a transaction, after the night was absorbed.
 */
public final class HistoryWriter {

  /** How far back snapshots are looked at, unless told otherwise. */
  public static final int LOOK_BACK_DAYS = 400;

  private static final String COPY =
      "copy pg_temp.claim_day (namespace, claim, day, used_bytes, capacity_bytes) from stdin";

  private final JdbcTemplate jdbc;
  private final JdbcClient client;
  private final JsonMapper json;

  public HistoryWriter(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.client = JdbcClient.create(jdbc);
    this.json = json;
  }

  /**
   * Rebuilds the growth of the run's datasets from the ZFS snapshots that are there on its night.
   *
   * @param lookBackDays days before the night that are of interest
   * @return how many days of datasets are new
   */
  public long rebuild(long runId, int lookBackDays) {
    return client
        .sql("select ledger.rebuild_history(:run, :days)")
        .param("run", runId)
        .param("days", lookBackDays)
        .query(Long.class)
        .single();
  }

  /**
   * Takes in past fill levels of one cluster's claims, those that are there on the run's night.
   *
   * @param asked the days that {@code read} tells of; remembered once it has told all
   * @param read tells all days, in any order; when it fails nothing is taken in, what it threw goes
   *     on, and the transaction can still be used
   * @return how many days of claims are new
   */
  public long claims(
      long runId, String cluster, DayRange asked, Consumer<Consumer<ClaimDay>> read) {
    jdbc.execute(
        """
        create temporary table if not exists claim_day (
            namespace text not null,
            claim text not null,
            day date not null,
            used_bytes bigint,
            capacity_bytes bigint
        ) on commit drop
        """);
    jdbc.execute("truncate pg_temp.claim_day");
    copy(cluster, read);
    long added =
        client
            .sql("select ledger.add_claim_days(:run, :cluster)")
            .param("run", runId)
            .param("cluster", cluster)
            .query(Long.class)
            .single();
    remember(cluster, asked);
    return added;
  }

  private void copy(String cluster, Consumer<Consumer<ClaimDay>> read) {
    ConnectionCallback<Boolean> copying =
        connection -> {
          CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
          try {
            CopyText row = new CopyText();
            read.accept(day -> send(copy, row, cluster, day));
          } finally {
            // ended even when reading failed: a cancelled COPY would spoil the night's transaction
            if (copy.isActive()) {
              copy.endCopy();
            }
          }
          return true;
        };
    jdbc.execute(copying);
  }

  private static void send(CopyIn copy, CopyText row, String cluster, ClaimDay day) {
    if (!day.cluster().equals(cluster)) {
      throw new IllegalArgumentException("a claim of " + day.cluster() + " among " + cluster);
    }
    if (!day.known()) {
      return;
    }
    byte[] line =
        row.column(day.namespace())
            .column(day.claim())
            .column(day.day().toString())
            .column(text(day.usedBytes()))
            .column(text(day.capacityBytes()))
            .end();
    try {
      copy.writeToCopy(line, 0, line.length);
    } catch (SQLException e) {
      throw new UncheckedIOException(new IOException("COPY of past fill levels failed", e));
    }
  }

  private static @Nullable String text(OptionalLong bytes) {
    return bytes.isPresent() ? Long.toString(bytes.getAsLong()) : null;
  }

  private void remember(String cluster, DayRange told) {
    client
        .sql(
            """
            insert into ledger.prometheus_answer as kept (cluster, first_day, last_day)
            values (:cluster, :first, :last)
            on conflict (cluster) do update set
                first_day = least(kept.first_day, excluded.first_day),
                last_day = greatest(kept.last_day, excluded.last_day)
            """)
        .param("cluster", cluster)
        .param("first", told.first())
        .param("last", told.last())
        .update();
  }

  /** Says in the coverage of the run what was missing; the part itself stays as it was read. */
  public void remark(long runId, String cluster, CaptureProblem problem) {
    client
        .sql(
            """
            update ledger.capture set problems = problems || :problem::jsonb
            where run_id = :run and source = :cluster and kind = :kind
            """)
        .param("problem", json.writeValueAsString(problem).replace("\\u0000", "\\ufffd"))
        .param("run", runId)
        .param("cluster", cluster)
        .param("kind", ObjectKind.VOLUME_STATS.plural())
        .update();
  }
}
