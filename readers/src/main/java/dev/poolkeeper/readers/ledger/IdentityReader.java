package dev.poolkeeper.readers.ledger;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which system stood behind a name on a night: the uid of kube-system, or the host id. */
public final class IdentityReader {

  private final JdbcClient jdbc;

  public IdentityReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @return by source, of the last night on this day or before it, else of the first; an empty text
   *     where it was not told
   */
  public Map<String, String> on(LocalDate day) {
    Map<String, String> identities = new TreeMap<>();
    jdbc.sql(
            """
            select name, identity
            from mart.source
            where run_on = (
                select coalesce(max(run_on) filter (where run_on <= :day), min(run_on))
                from mart.night
            )
            """)
        .param("day", day)
        .query(
            row -> {
              identities.put(row.getString("name"), row.getString("identity"));
            });
    return identities;
  }
}
