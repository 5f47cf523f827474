package dev.poolkeeper.writers.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Puts into a ledger what is left of nights whose runs it does not have: the figures that those
 * nights measured, without objects, links and findings. A day that is known already stays as it is.
 * Call inside a transaction.
 */
public final class PastNightsWriter {

  private final JdbcTemplate jdbc;

  public PastNightsWriter(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How large datasets were.
   *
   * @param csv with a header: {@code subject,day,source,used_bytes,referenced_bytes,snapshot_bytes}
   * @return how many days of datasets are new
   */
  public long datasets(InputStream csv) {
    jdbc.execute(
        """
        create temporary table past_usage (
            subject text not null,
            day date not null,
            source text not null,
            used_bytes bigint,
            referenced_bytes bigint,
            snapshot_bytes bigint
        ) on commit drop
        """);
    copy("copy pg_temp.past_usage from stdin (format csv, header)", csv);
    jdbc.execute(
        """
        insert into ledger.object (kind, subject, source)
        select distinct 'datasets', subject, source from pg_temp.past_usage
        on conflict (kind, subject) do nothing
        """);
    jdbc.execute(
        """
        select ledger.ensure_usage_month(month::date)
        from (select distinct date_trunc('month', day) as month from pg_temp.past_usage) as needed
        """);
    return jdbc.update(
        """
        insert into ledger.usage (day, object_id, used_bytes, referenced_bytes, snapshot_bytes)
        select past.day, object.object_id, past.used_bytes, past.referenced_bytes, past.snapshot_bytes
        from pg_temp.past_usage as past
        join ledger.object on object.kind = 'datasets' and object.subject = past.subject
        on conflict (day, object_id) do nothing
        """);
  }

  /**
   * Sums and counts over other objects.
   *
   * @param csv with a header: {@code subject,day,source,measure,value,parts}
   * @return how many days of them are new
   */
  public long tally(InputStream csv) {
    jdbc.execute(
        """
        create temporary table past_tally (
            subject text not null,
            day date not null,
            source text not null,
            measure text not null,
            value bigint not null,
            parts integer not null
        ) on commit drop
        """);
    copy("copy pg_temp.past_tally from stdin (format csv, header)", csv);
    return jdbc.update(
        """
        insert into ledger.tally (day, subject, measure, source, value, parts)
        select day, subject, measure, source, value, parts from pg_temp.past_tally
        on conflict (subject, measure, day) do nothing
        """);
  }

  private void copy(String sql, InputStream csv) {
    ConnectionCallback<Long> copying =
        connection -> {
          try {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, csv);
          } catch (IOException e) {
            throw new UncheckedIOException("the figures of past nights cannot be read", e);
          }
        };
    jdbc.execute(copying);
  }
}
