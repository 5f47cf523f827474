package dev.poolkeeper.processors.inventory;

import static java.util.Objects.requireNonNull;

/**
 * The one way an object is written everywhere: {@code prod-a/persistentvolumes/pvc-1}, {@code
 * nas1/datasets/tank/k8s/pvc-1}, or just {@code prod-a} for a source itself.
 *
 * @param source name of the cluster or NAS
 * @param path plural and name(s), empty for the source itself
 */
public record Subject(String source, String path) implements Comparable<Subject> {

  public Subject {
    requireNonNull(source, "source");
    requireNonNull(path, "path");
  }

  public static Subject of(String source, ObjectKind kind, String name) {
    return new Subject(source, kind.plural() + "/" + name);
  }

  /** The cluster or NAS itself. */
  public static Subject ofSource(String source) {
    return new Subject(source, "");
  }

  /** Reads what {@link #toString()} wrote. */
  public static Subject parse(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? ofSource(text)
        : new Subject(text.substring(0, slash), text.substring(slash + 1));
  }

  /** The object's name without source and plural; empty for a source itself. */
  public String name() {
    return path.substring(path.indexOf('/') + 1);
  }

  @Override
  public int compareTo(Subject other) {
    int bySource = source.compareTo(other.source);
    return bySource != 0 ? bySource : path.compareTo(other.path);
  }

  @Override
  public String toString() {
    return path.isEmpty() ? source : source + "/" + path;
  }
}
