package dev.poolkeeper.processors.finding;

import java.util.Locale;

/** By what a rule of the configuration picks the findings it is for. */
public enum MatchKey {
  /** The cluster that the subject is of. */
  CLUSTER,
  /** The TrueNAS that the subject is on, or that the volume behind it is on. */
  NAS,
  /** Namespace of a claim or VolumeSnapshot, or of the claim a volume is or was bound to. */
  NAMESPACE,
  /** The claim itself or the one a volume is or was bound to, {@code media/data-1}. */
  CLAIM,
  /** Class of a claim or volume, or the class itself. */
  STORAGE_CLASS,
  /** Path of a dataset or zvol, also of that behind a volume, snapshot, share or extent. */
  DATASET,
  /** The subject as every list writes it. */
  SUBJECT,
  /** A label of a claim or volume, {@code team=media}. */
  LABEL;

  /** The word used in the configuration. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
