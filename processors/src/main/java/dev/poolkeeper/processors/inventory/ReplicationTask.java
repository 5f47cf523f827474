package dev.poolkeeper.processors.inventory;

import java.util.List;

/**
 * A replication task; its connection secrets are never read.
 *
 * @param direction PUSH or PULL
 * @param transport SSH, SSH+NETCAT or LOCAL
 * @param running whether it was at work when it was asked about
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
    boolean running)
    implements InventoryObject {

  public ReplicationTask {
    sourceDatasets = List.copyOf(sourceDatasets);
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
