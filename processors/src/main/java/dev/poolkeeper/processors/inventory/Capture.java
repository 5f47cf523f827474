package dev.poolkeeper.processors.inventory;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How one kind of one source was read on one night.
 *
 * @param rows objects read, those of a partial capture included
 * @param millis time it took
 * @param problems what could not be read; when COMPLETE at most a remark on something beside it
 */
public record Capture(
    String source,
    ObjectKind kind,
    CaptureStatus status,
    long rows,
    long millis,
    List<CaptureProblem> problems) {

  public Capture {
    requireNonNull(source, "source");
    requireNonNull(kind, "kind");
    requireNonNull(status, "status");
    problems = List.copyOf(problems);
  }

  /** {@code nas1/datasets}: the name of this part of the inventory. */
  public String part() {
    return source + "/" + kind.plural();
  }
}
