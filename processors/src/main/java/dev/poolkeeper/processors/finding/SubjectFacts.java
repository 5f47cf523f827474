package dev.poolkeeper.processors.finding;

import dev.poolkeeper.processors.inventory.Subject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a rule of the configuration may know of a subject.
 *
 * @param values by key; a key that says nothing of the subject is not there
 */
public record SubjectFacts(Map<MatchKey, Set<String>> values) {

  public SubjectFacts {
    Map<MatchKey, Set<String>> copy = new EnumMap<>(MatchKey.class);
    values.forEach((key, known) -> copy.put(key, Set.copyOf(known)));
    values = Map.copyOf(copy);
  }

  /** Nothing but the subject itself. */
  public static SubjectFacts of(Subject subject) {
    return new SubjectFacts(Map.of(MatchKey.SUBJECT, Set.of(subject.toString())));
  }

  /** These and one more. */
  public SubjectFacts with(MatchKey key, String value) {
    return and(new SubjectFacts(Map.of(key, Set.of(value))));
  }

  /** These and all of the others. */
  public SubjectFacts and(SubjectFacts others) {
    Map<MatchKey, Set<String>> both = new EnumMap<>(MatchKey.class);
    values.forEach((key, known) -> both.put(key, new TreeSet<>(known)));
    others.values.forEach(
        (key, known) -> both.computeIfAbsent(key, k -> new TreeSet<>()).addAll(known));
    return new SubjectFacts(both);
  }

  Set<String> of(MatchKey key) {
    return values.getOrDefault(key, Set.of());
  }
}
