package dev.poolkeeper.jobs.nightly;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One partition per source, so that clusters and appliances are read side by side. */
public class SourcePartitioner implements Partitioner {

  static final String SOURCE = "source";

  private final JdbcClient jdbc;
  private final long run;

  public SourcePartitioner(JdbcClient jdbc, long run) {
    this.jdbc = jdbc;
    this.run = run;
  }

  @Override
  public Map<String, ExecutionContext> partition(int gridSize) {
    Map<String, ExecutionContext> partitions = new TreeMap<>();
    jdbc.sql("select name from ledger.source where run_id = :run")
        .param("run", run)
        .query(String.class)
        .list()
        .forEach(name -> partitions.put(name, new ExecutionContext(Map.of(SOURCE, name))));
    return partitions;
  }
}
