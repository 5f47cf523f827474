package dev.poolkeeper.jobs.nightly;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One partition per source, so that clusters and appliances are read side by side. A partition is
 * known by its step's name alone: a run that is killed at the wrong moment leaves a step without
 * its context.
 */
public class SourcePartitioner implements Partitioner {

  private final JdbcClient jdbc;
  private final long run;

  public SourcePartitioner(JdbcClient jdbc, long run) {
    this.jdbc = jdbc;
    this.run = run;
  }

  /**
   * The source that a partition reads.
   *
   * @param stepName as Spring Batch makes it, {@code capture-source:prod-a}
   */
  static String source(String stepName) {
    return stepName.substring(stepName.indexOf(':') + 1);
  }

  @Override
  public Map<String, ExecutionContext> partition(int gridSize) {
    Map<String, ExecutionContext> partitions = new TreeMap<>();
    jdbc.sql("select name from ledger.source where run_id = :run")
        .param("run", run)
        .query(String.class)
        .list()
        .forEach(name -> partitions.put(name, new ExecutionContext()));
    return partitions;
  }
}
