package dev.poolkeeper.jobs.configuration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Single values of the configuration; every problem is noted and a default stands in. */
final class Values {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*(s|m|h|d)");

  private final Map<String, String> file;
  private final Map<String, String> environment;
  private final Set<String> asked = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  Values(Map<String, String> file, Map<String, String> environment) {
    this.file = file;
    this.environment = environment;
  }

  /** The environment (POOLKEEPER_ORPHANS_GRACE) goes before the file (orphans.grace). */
  Optional<String> text(String key) {
    asked.add(key);
    String variable =
        "POOLKEEPER_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    return Optional.ofNullable(environment.get(variable))
        .or(() -> Optional.ofNullable(file.get(key)))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  Duration duration(String key, Duration fallback) {
    return parsed(key, fallback, "a duration such as 24h or 7d", Values::duration);
  }

  private static Optional<Duration> duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long amount = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          default -> Duration.ofDays(amount);
        });
  }

  int count(String key, int fallback, int least, int most) {
    return parsed(
        key,
        fallback,
        "a whole number from %d to %d".formatted(least, most),
        text -> number(text).map(Double::intValue).filter(n -> n >= least && n <= most));
  }

  double ratio(String key, double fallback) {
    return parsed(
        key,
        fallback,
        "a share above 0 and at most 1, such as 0.3",
        text -> number(text).filter(n -> n > 0 && n <= 1));
  }

  /** Words with commas between them. */
  Set<String> words(String key) {
    return text(key).stream()
        .flatMap(list -> Arrays.stream(list.split(",", -1)))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  private static Optional<Double> number(String text) {
    return text.matches("-?\\d{1,9}(\\.\\d{1,9})?")
        ? Optional.of(Double.valueOf(text))
        : Optional.empty();
  }

  private <T> T parsed(
      String key, T fallback, String expected, Function<String, Optional<T>> parse) {
    Optional<String> text = text(key);
    Optional<T> value = text.flatMap(parse);
    if (text.isPresent() && value.isEmpty()) {
      problem(key, text.get(), expected);
    }
    return value.orElse(fallback);
  }

  void problem(String key, String seen, String expected) {
    problems.add("poolkeeper.%s is '%s', expected %s".formatted(key, seen, expected));
  }

  /** All problems so far, and every key of the file that nobody asked for. */
  List<String> problems(Set<String> laterSections) {
    List<String> all = new ArrayList<>(problems);
    file.keySet().stream()
        .filter(key -> !asked.contains(key))
        .filter(
            key -> laterSections.stream().noneMatch(s -> key.equals(s) || key.startsWith(s + ".")))
        .sorted()
        .forEach(key -> all.add("poolkeeper.%s is not a known key".formatted(key)));
    return all;
  }
}
