package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.runway.Ground;
import dev.poolkeeper.processors.runway.PoolNow;
import dev.poolkeeper.processors.runway.ProposedSpace;
import dev.poolkeeper.processors.runway.Runway;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the pools of a night, and whose volumes lie on them. */
public final class GroundReader {

  private final JdbcClient jdbc;

  public GroundReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Sorted by subject. */
  public List<PoolNow> pools(LocalDate night) {
    return jdbc.sql(
            """
            select subject, used_bytes, available_bytes from mart.pool
            where run_on = :night order by subject collate "C"
            """)
        .param("night", night)
        .query((row, n) -> pool(row))
        .list();
  }

  private static PoolNow pool(ResultSet row) throws SQLException {
    OptionalLong used = Columns.bytes(row, "used_bytes");
    return new PoolNow(
        Subject.parse(row.getString("subject")),
        used,
        sum(used, Columns.bytes(row, "available_bytes")));
  }

  /** Nonsense beyond a long is as good as not told. */
  private static OptionalLong sum(OptionalLong used, OptionalLong available) {
    return used.isPresent()
            && available.isPresent()
            && used.getAsLong() <= Long.MAX_VALUE - Math.max(0, available.getAsLong())
        ? OptionalLong.of(used.getAsLong() + available.getAsLong())
        : OptionalLong.empty();
  }

  /** What cleanup proposals free at least, by pool, as the night left them. */
  public Map<Subject, ProposedSpace> proposed(LocalDate night) {
    Map<Subject, ProposedSpace> spaces = new HashMap<>();
    jdbc.sql(
            """
            select
                split_part(subject, '/', 1) || '/pools/'
                    || split_part(split_part(subject, '/', 3), '@', 1) as pool,
                count(*) filter (where state in ('approved', 'running', 'quarantined')) as approved,
                coalesce(
                    sum(reclaim_least) filter (
                        where state in ('approved', 'running', 'quarantined')), 0
                ) as approved_bytes,
                count(*) as open,
                coalesce(sum(reclaim_least), 0) as open_bytes
            from mart.proposal_night
            where run_on = :night
                and split_part(subject, '/', 2) in ('datasets', 'snapshots')
                and state in ('waiting', 'approved', 'running', 'quarantined')
            group by 1
            """)
        .param("night", night)
        .query(
            row -> {
              spaces.put(
                  Subject.parse(row.getString("pool")),
                  new ProposedSpace(
                      row.getLong("approved"),
                      row.getLong("approved_bytes"),
                      row.getLong("open"),
                      row.getLong("open_bytes")));
            });
    return spaces;
  }

  public List<Ground> grounds(LocalDate night) {
    return jdbc.sql(
            """
            select kind, subject, pool from mart.pool_ground
            where run_on = :night
            order by kind, subject collate "C", pool collate "C"
            """)
        .param("night", night)
        .query(
            (row, n) ->
                new Ground(
                    Subject.parse(row.getString("subject")),
                    kind(row.getString("kind")),
                    Subject.parse(row.getString("pool"))))
        .list();
  }

  private static Runway.Kind kind(String word) {
    return Arrays.stream(Runway.Kind.values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("'%s' in mart.pool_ground".formatted(word)));
  }
}
