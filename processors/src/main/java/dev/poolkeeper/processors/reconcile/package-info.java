/**
 * The join: which PersistentVolume is which dataset or zvol, which VolumeSnapshotContent is which
 * ZFS snapshot.
 */
@NullMarked
package dev.poolkeeper.processors.reconcile;

import org.jspecify.annotations.NullMarked;
