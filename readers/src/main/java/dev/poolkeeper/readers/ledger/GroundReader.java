package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.runway.Ground;
import dev.poolkeeper.processors.runway.PoolNow;
import dev.poolkeeper.processors.runway.Runway;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
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
