package dev.poolkeeper.processors.inventory;

import java.util.List;
import java.util.Optional;

/**
 * A replication task; its connection secrets are never read.
 *
 * @param direction PUSH or PULL
 * @param transport SSH, SSH+NETCAT or LOCAL
 * @param running whether it was at work when it was asked about
 * @param exclude datasets below its sources that it does not send
 * @param lastRun what it says of its last run; empty when it says nothing
 */
public record ReplicationTask(
    String nas,
    long id,
    String name,
    String direction,
    String transport,
    List<String> sourceDatasets,
    String targetDataset,
    boolean recursive,
    boolean enabled,
    boolean running,
    List<String> exclude,
    Optional<ReplicationRun> lastRun)
    implements InventoryObject {

  public ReplicationTask {
    sourceDatasets = List.copyOf(sourceDatasets);
    exclude = List.copyOf(exclude);
  }

  /** One that excludes nothing and says nothing of its last run. */
  public ReplicationTask(
      String nas,
      long id,
      String name,
      String direction,
      String transport,
      List<String> sourceDatasets,
      String targetDataset,
      boolean recursive,
      boolean enabled,
      boolean running) {
    this(
        nas,
        id,
        name,
        direction,
        transport,
        sourceDatasets,
        targetDataset,
        recursive,
        enabled,
        running,
        List.of(),
        Optional.empty());
  }

  @Override
  public Subject subject() {
    return Subject.of(nas, ObjectKind.REPLICATION_TASK, Long.toString(id));
  }

  /** Whether the target dataset is on this NAS itself. */
  public boolean writesHere() {
    return direction.equals("PULL") || transport.equals("LOCAL");
  }
}
