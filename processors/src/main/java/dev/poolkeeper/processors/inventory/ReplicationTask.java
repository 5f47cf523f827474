package dev.poolkeeper.processors.inventory;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A replication task; its connection secrets are never read.
 *
 * @param direction PUSH or PULL
 * @param transport SSH, SSH+NETCAT or LOCAL
 * @param running whether it was at work when it was asked about
 * @param exclude datasets below its sources that it does not send
 * @param lastRun what it says of its last run; empty when it says nothing
 * @param retention what it sends, and how long its target keeps it
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
    Optional<ReplicationRun> lastRun,
    Retention retention)
    implements InventoryObject {

  /**
   * What a replication task says of keeping.
   *
   * @param policy SOURCE, CUSTOM or NONE; empty: not told
   * @param lifetime value and unit, {@code 2 WEEK}, of CUSTOM
   * @param ownLifetimes whether some of its schemas have lifetimes of their own
   * @param namingSchemas of the snapshots it sends
   * @param snapshotTasks ids of the periodic tasks whose snapshots it sends
   * @param holdsPending whether the source keeps what was not sent yet
   */
  public record Retention(
      Optional<String> policy,
      String lifetime,
      boolean ownLifetimes,
      List<String> namingSchemas,
      List<Long> snapshotTasks,
      boolean holdsPending) {

    /** Nothing of it is told. */
    public static final Retention UNTOLD =
        new Retention(Optional.empty(), "", false, List.of(), List.of(), false);

    public Retention {
      namingSchemas = List.copyOf(namingSchemas);
      snapshotTasks = List.copyOf(snapshotTasks);
    }
  }

  public ReplicationTask {
    sourceDatasets = List.copyOf(sourceDatasets);
    // the ledger holds tasks that were read before these were
    exclude = List.copyOf(Objects.requireNonNullElse(exclude, List.of()));
    lastRun = Objects.requireNonNullElse(lastRun, Optional.empty());
    retention = Objects.requireNonNullElse(retention, Retention.UNTOLD);
  }

  /** One that excludes nothing and says nothing of its last run and of keeping. */
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
        Optional.empty(),
        Retention.UNTOLD);
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
