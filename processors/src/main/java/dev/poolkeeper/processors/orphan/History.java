package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.inventory.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What our own ledger remembers of the nights up to this one. Asked for what tonight's verdicts
 * name and for nothing else, a few times a night, so that its cost follows theirs.
 */
public interface History {

  /** What was reported, went, and is back or may be: the latest absence of each object. */
  List<Disappearance> disappearances();

  /** Claims that were unused on the night before this one, and how long they were. */
  Map<Subject, SeenUnused> unusedClaims();

  /**
   * What stood on ZFS objects in clusters that are not among these, as they were read last; what
   * was gone by then is left out.
   */
  List<FormerUse> formerly(Set<String> clusters);

  /** What is remembered of these objects; those that were never seen are absent. */
  Map<Subject, Past> past(Set<Subject> subjects);

  /** The history of a ledger that holds nothing. */
  static History none() {
    return of(List.of());
  }

  /** Of disappearances alone. */
  static History of(List<Disappearance> disappearances) {
    return new History() {
      @Override
      public List<Disappearance> disappearances() {
        return disappearances;
      }

      @Override
      public Map<Subject, SeenUnused> unusedClaims() {
        return Map.of();
      }

      @Override
      public List<FormerUse> formerly(Set<String> clusters) {
        return List.of();
      }

      @Override
      public Map<Subject, Past> past(Set<Subject> subjects) {
        return Map.of();
      }
    };
  }
}
