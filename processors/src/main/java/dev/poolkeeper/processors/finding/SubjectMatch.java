package dev.poolkeeper.processors.finding;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which subjects a rule of the configuration is for: every key has to fit, by any of its patterns.
 * Without keys it is for all. A key of which nothing is known of a subject does not fit.
 */
public record SubjectMatch(Map<MatchKey, List<Glob>> patterns) {

  public static final SubjectMatch ALL = new SubjectMatch(Map.of());

  public SubjectMatch {
    Map<MatchKey, List<Glob>> copy = new EnumMap<>(MatchKey.class);
    patterns.forEach((key, globs) -> copy.put(key, List.copyOf(globs)));
    patterns = Map.copyOf(copy);
  }

  public boolean matches(SubjectFacts facts) {
    return patterns.entrySet().stream()
        .allMatch(entry -> any(entry.getValue(), facts.of(entry.getKey())));
  }

  private static boolean any(List<Glob> globs, Set<String> values) {
    return values.stream().anyMatch(value -> globs.stream().anyMatch(glob -> glob.matches(value)));
  }

  /** {@code dataset tank/k8s/**, nas nas1 or nas2}; {@code everything} without keys. */
  @Override
  public String toString() {
    return patterns.isEmpty()
        ? "everything"
        : patterns.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> entry.getKey().word() + " " + text(entry.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static String text(List<Glob> globs) {
    return globs.stream().map(Glob::pattern).collect(Collectors.joining(" or "));
  }
}
