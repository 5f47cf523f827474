package dev.poolkeeper.processors.proposal;

/**
 * The names under which {@link Step#expected} and {@link Hand#look} speak of an object. Values are
 * text: numbers in decimal, times in seconds since 1970, booleans as {@code true} and {@code
 * false}.
 */
public final class Expectation {

  /** Row id of a share, target, extent, link or namespace. Used again after a deletion. */
  public static final String ID = "id";

  /** First path of an NFS share, or the path of an SMB share. */
  public static final String PATH = "path";

  /** Name of a target, extent or SMB share. */
  public static final String NAME = "name";

  /** The zvol behind an extent or namespace, as a dataset id; {@code -} when none is. */
  public static final String DATASET = "dataset";

  /** Ids that a link names. */
  public static final String TARGET = "target";

  public static final String EXTENT = "extent";
  public static final String LUN = "lun";

  /** NQN of a namespace's subsystem. */
  public static final String NQN = "nqn";

  /** {@code filesystem} or {@code volume}. */
  public static final String TYPE = "type";

  /** ZFS creation of a dataset or snapshot. */
  public static final String CREATED = "created";

  /** The snapshot that a dataset is a clone of; {@code -} when it is none. */
  public static final String ORIGIN = "origin";

  /** Transaction group that made a snapshot. */
  public static final String CREATE_TXG = "createtxg";

  /** Uid of a Kubernetes object. */
  public static final String UID = "uid";

  /** Phase of a PersistentVolume. */
  public static final String PHASE = "phase";

  /** {@code Retain} or {@code Delete}: of a PersistentVolume or VolumeSnapshotContent. */
  public static final String POLICY = "policy";

  /** CSI handle of a volume or snapshot. */
  public static final String HANDLE = "handle";

  private Expectation() {}
}
