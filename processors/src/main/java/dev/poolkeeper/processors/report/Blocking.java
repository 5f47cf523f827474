package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.finding.Cause;
import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.ProbableCause;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is known tonight to stand in the way of freeing what a finding is about. Rests on its cause
 * and on its evidence, which tells obstacles in sentences that begin with "blocked by". Of several,
 * the hardest counts: first what ZFS itself refuses.
 */
public enum Blocking {
  /** ZFS destroys no snapshot with a hold. */
  HOLD("hold"),
  /** ZFS destroys no origin of a clone. */
  CLONE("clone"),
  /** Its driver does not destroy snapshots that it did not make. */
  FOREIGN_SNAPSHOT("snapshot-of-others"),
  /** A task of the appliance that names it would fail from then on. */
  TASK("task"),
  /** Somebody may have it mounted. */
  CLIENT("client"),
  /** A person shares or uses it. */
  PERSON("person"),
  /** Anything else that its evidence names. */
  OTHER("other");

  private static final String BLOCKED_BY = "blocked by ";

  private final String word;

  Blocking(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** The hardest thing in the way; empty when nothing is known to be. */
  public static Optional<Blocking> of(Finding finding) {
    List<String> obstacles =
        finding.evidence().stream()
            .filter(line -> line.startsWith(BLOCKED_BY))
            .map(line -> line.substring(BLOCKED_BY.length()).toLowerCase(Locale.ROOT))
            .toList();
    if (begins(obstacles, "a hold")) {
      return Optional.of(HOLD);
    }
    if (cause(finding, Cause.BLOCKED_BY_CLONE) || cloned(finding)) {
      return Optional.of(CLONE);
    }
    if (cause(finding, Cause.FOREIGN_SNAPSHOT_BLOCKS)) {
      return Optional.of(FOREIGN_SNAPSHOT);
    }
    return obstacles.stream().map(Blocking::named).min(Enum::compareTo);
  }

  private static Blocking named(String obstacle) {
    if (obstacle.startsWith("a task") || obstacle.contains("-tasks/")) {
      return TASK;
    }
    if (obstacle.startsWith("the nfsv3 mount table")) {
      return CLIENT;
    }
    return obstacle.startsWith("a person") ? PERSON : OTHER;
  }

  private static boolean begins(List<String> obstacles, String start) {
    return obstacles.stream().anyMatch(line -> line.startsWith(start));
  }

  private static boolean cause(Finding finding, Cause cause) {
    return finding.cause().map(ProbableCause::cause).filter(cause::equals).isPresent();
  }

  private static boolean cloned(Finding finding) {
    return finding.evidence().stream()
        .anyMatch(
            line -> line.contains(" is the origin of ") || line.contains(" is a clone of it"));
  }
}
