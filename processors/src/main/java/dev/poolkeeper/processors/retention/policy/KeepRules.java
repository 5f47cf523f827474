package dev.poolkeeper.processors.retention.policy;

import dev.poolkeeper.processors.finding.Glob;
import dev.poolkeeper.processors.retention.Length;
import dev.poolkeeper.processors.retention.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a policy keeps, and how much there may be.
 *
 * @param rules in the order they were written; the first that keeps a snapshot is its first reason
 * @param mostCount of more snapshots there are too many; it removes none
 * @param mostAge older ones are kept by no period and no number, only by name or hold
 */
public record KeepRules(List<KeepRule> rules, OptionalInt mostCount, Optional<Length> mostAge) {

  private static final String EXPECTED =
      "14x1d, last 10, within 3d, named *-keep, at most 500 or max age 1y, with commas between";

  private static final String LENGTH =
      "a length from 1 to 100000 with min, h, d, w, m (months) or y, such as 14d, in place of ";

  private static final Pattern PERIODS = Pattern.compile("(\\d{1,6})\\s*x\\s*(\\S.*)");

  private static final Pattern WORD =
      Pattern.compile("(last|within|named|at most|max age)\\s+(\\S.*)");

  public KeepRules {
    rules = List.copyOf(rules);
  }

  /** What was understood, and everything that was not. */
  public record Parsed(KeepRules rules, List<Problem> problems) {}

  /**
   * A word that was not understood.
   *
   * @param expected what would be
   */
  public record Problem(String seen, String expected) {}

  /** Reads {@code 24x1h, 14x1d, last 5}: all problems at once. */
  public static Parsed parse(String text) {
    Reading reading = new Reading();
    for (String word : text.split(",", -1)) {
      reading.add(word.strip());
    }
    if (reading.problems.isEmpty() && reading.rules.isEmpty()) {
      reading.problems.add(new Problem(text, "something that is kept: " + EXPECTED));
    }
    return new Parsed(
        new KeepRules(reading.rules, reading.mostCount, reading.mostAge), reading.problems);
  }

  private static final class Reading {
    private final List<KeepRule> rules = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private OptionalInt mostCount = OptionalInt.empty();
    private Optional<Length> mostAge = Optional.empty();

    private void add(String word) {
      Matcher periods = PERIODS.matcher(word);
      Matcher named = WORD.matcher(word);
      if (periods.matches()) {
        count(word, periods.group(1))
            .ifPresent(
                count ->
                    length(word, periods.group(2))
                        .ifPresent(period -> rules.add(new KeepRule.Periods(count, period))));
      } else if (named.matches()) {
        add(word, named.group(1), named.group(2));
      } else {
        problems.add(new Problem(word, EXPECTED));
      }
    }

    private void add(String word, String what, String value) {
      switch (what) {
        case "last" -> count(word, value).ifPresent(n -> rules.add(new KeepRule.Last(n)));
        case "within" -> length(word, value).ifPresent(l -> rules.add(new KeepRule.Within(l)));
        case "named" -> rules.add(new KeepRule.Named(new Glob(value)));
        case "at most" -> count(word, value).ifPresent(n -> mostCount = OptionalInt.of(n));
        default -> length(word, value).ifPresent(l -> mostAge = Optional.of(l));
      }
    }

    private Optional<Integer> count(String word, String text) {
      if (text.matches("\\d{1,6}") && Integer.parseInt(text) > 0) {
        return Optional.of(Integer.valueOf(text));
      }
      problems.add(new Problem(word, "a number from 1 to 999999 in place of " + text));
      return Optional.empty();
    }

    private Optional<Length> length(String word, String text) {
      Outcome<Length> length = Length.parse(text);
      length.reason().ifPresent(reason -> problems.add(new Problem(word, LENGTH + text)));
      return length.known();
    }
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return Stream.of(
            rules.stream().map(Object::toString),
            mostCount.stream().mapToObj(count -> "at most " + count),
            mostAge.stream().map(age -> "max age " + age))
        .flatMap(words -> words)
        .collect(Collectors.joining(", "));
  }
}
