package dev.poolkeeper.processors.history;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.inventory.Subject;
import java.util.Comparator;

/**
 * Names a series across nights: what is measured of which subject.
 *
 * @param subject {@code nas1/datasets/tank/k8s/pvc-1}, {@code nas1/pools/tank}, {@code
 *     prod-a/persistentvolumeclaims/media/data-1}, {@code prod-a/namespaces/media}, {@code
 *     prod-a/storageclasses/nfs}, or a source itself
 */
public record SeriesKey(Subject subject, Measure measure) implements Comparable<SeriesKey> {

  private static final Comparator<SeriesKey> ORDER =
      Comparator.comparing(SeriesKey::subject).thenComparing(SeriesKey::measure);

  public SeriesKey {
    requireNonNull(subject, "subject");
    requireNonNull(measure, "measure");
  }

  @Override
  public int compareTo(SeriesKey other) {
    return ORDER.compare(this, other);
  }

  /** {@code nas1/pools/tank used}. */
  @Override
  public String toString() {
    return subject + " " + measure.word();
  }
}
