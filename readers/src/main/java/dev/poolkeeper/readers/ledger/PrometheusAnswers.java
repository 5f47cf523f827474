package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.history.DayRange;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For which days the Prometheus of a cluster has answered already. */
public final class PrometheusAnswers {

  private final JdbcClient jdbc;

  public PrometheusAnswers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty when it never has. */
  public Optional<DayRange> of(String cluster) {
    return jdbc.sql(
            "select first_day, last_day from ledger.prometheus_answer where cluster = :cluster")
        .param("cluster", cluster)
        .query(
            (row, n) ->
                new DayRange(
                    row.getObject("first_day", LocalDate.class),
                    row.getObject("last_day", LocalDate.class)))
        .optional();
  }
}
