package dev.poolkeeper.jobs.configuration;

import java.nio.file.Path;
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
import java.util.stream.IntStream;

/**
 * Values of the configuration, or of one section of a list in it; every problem is noted and a
 * default stands in.
 */
final class Values {

  private static final Pattern BYTES =
      Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)\\s*(B|KiB|MiB|GiB|TiB|PiB)");
  private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB");

  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*(s|m|h|d)");

  /** What all sections of one configuration share. */
  private record Notes(Set<String> asked, List<String> problems) {}

  private final SettingsFile file;
  private final Map<String, String> environment;
  private final String prefix;
  private final Notes notes;

  Values(SettingsFile file, Map<String, String> environment) {
    this(file, environment, "", new Notes(new HashSet<>(), new ArrayList<>()));
  }

  private Values(SettingsFile file, Map<String, String> environment, String prefix, Notes notes) {
    this.file = file;
    this.environment = environment;
    this.prefix = prefix;
    this.notes = notes;
  }

  /**
   * The sections of a list, in their order. A single value or section in its place is a problem.
   */
  List<Values> sections(String key) {
    return sections(key, "name: …");
  }

  /**
   * @param first what each section starts with
   */
  List<Values> sections(String key, String first) {
    String list = prefix + key;
    notes.asked().add(list);
    List<String> misplaced =
        file.keys().stream()
            .filter(known -> known.equals(list) || known.startsWith(list + "."))
            .toList();
    if (!misplaced.isEmpty()) {
      notes.asked().addAll(misplaced);
      problem(
          key,
          file.value(list).orElse("one section"),
          "a list of sections, each starting with '- %s'".formatted(first));
    }
    return IntStream.range(0, file.sections(list))
        .mapToObj(index -> list + "[" + index + "].")
        .map(section -> new Values(file, environment, section, notes))
        .toList();
  }

  /** The section below a key. */
  Values below(String key) {
    return new Values(file, environment, prefix + key + ".", notes);
  }

  /** Whether the file has anything in this section. */
  boolean written() {
    return file.keys().stream().anyMatch(known -> known.startsWith(prefix));
  }

  /** The keys of the file in this section, without what lies below them, sorted. */
  List<String> keys() {
    return file.keys().stream()
        .filter(known -> known.startsWith(prefix))
        .map(known -> known.substring(prefix.length()).split("[.\\[]", 2)[0])
        .distinct()
        .toList();
  }

  /** {@code (line 12)}, where the file has the key; else nothing. */
  String line(String key) {
    return file.line(prefix + key).stream()
        .mapToObj(" (line %d)"::formatted)
        .findFirst()
        .orElse("");
  }

  /** Where the key stands in the file, {@code nas[0].url}. */
  String key(String key) {
    return prefix + key;
  }

  /** The environment (POOLKEEPER_ORPHANS_GRACE) goes before the file (orphans.grace). */
  Optional<String> text(String key) {
    String whole = prefix + key;
    notes.asked().add(whole);
    String variable =
        "POOLKEEPER_" + whole.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    return Optional.ofNullable(environment.get(variable))
        .or(() -> file.value(whole))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /** A variable of the environment that many programs know, in capitals or not. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name))
        .or(() -> Optional.ofNullable(environment.get(name.toLowerCase(Locale.ROOT))))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /** A file's name; {@code ~/} is the home directory. */
  Optional<Path> path(String key) {
    return text(key)
        .map(
            name ->
                name.startsWith("~/")
                    ? Path.of(environment.getOrDefault("HOME", ""), name.substring(2))
                    : Path.of(name));
  }

  Duration duration(String key, Duration fallback) {
    return parsed(key, fallback, "a duration such as 24h or 7d", Values::duration);
  }

  /** A duration of a second at least. */
  Duration wait(String key, Duration fallback) {
    return parsed(
        key,
        fallback,
        "a duration of at least 1s, such as 60s or 15m",
        text -> duration(text).filter(wait -> !wait.isZero()));
  }

  /** A number of whole days. */
  int days(String key, int fallback, int least, int most) {
    return parsed(
        key,
        fallback,
        "a number of days from %dd to %dd".formatted(least, most),
        text ->
            duration(text)
                .filter(length -> length.equals(Duration.ofDays(length.toDays())))
                .map(length -> (int) length.toDays())
                .filter(days -> days >= least && days <= most));
  }

  static Optional<Duration> duration(String text) {
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

  /** A number above 0. */
  double above(String key, double fallback, int most) {
    return parsed(
        key,
        fallback,
        "a number above 0 and at most %d".formatted(most),
        text -> number(text).filter(n -> n > 0 && n <= most));
  }

  /** A size in binary units, 0 B included. */
  long bytes(String key, long fallback) {
    return parsed(key, fallback, "a size with its unit, such as 1GiB or 512MiB", Values::bytes);
  }

  private static Optional<Long> bytes(String text) {
    Matcher matcher = BYTES.matcher(text);
    return matcher.matches()
        ? Optional.of(
            (long)
                (Double.parseDouble(matcher.group(1))
                    * Math.pow(1024, UNITS.indexOf(matcher.group(2)))))
        : Optional.empty();
  }

  boolean flag(String key, boolean fallback) {
    return parsed(
        key,
        fallback,
        "true or false",
        text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "true" -> Optional.of(true);
              case "false" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  /** Words with commas between them, in their order. */
  List<String> words(String key) {
    return text(key).stream()
        .flatMap(list -> Arrays.stream(list.split(",", -1)))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  private static Optional<Double> number(String text) {
    return text.matches("-?\\d{1,9}(\\.\\d{1,9})?")
        ? Optional.of(Double.valueOf(text))
        : Optional.empty();
  }

  <T> T parsed(String key, T fallback, String expected, Function<String, Optional<T>> parse) {
    return optional(key, expected, parse).orElse(fallback);
  }

  /** The value; empty when it is not given, or a problem. */
  <T> Optional<T> optional(String key, String expected, Function<String, Optional<T>> parse) {
    Optional<String> text = text(key);
    Optional<T> value = text.flatMap(parse);
    if (text.isPresent() && value.isEmpty()) {
      problem(key, text.get(), expected);
    }
    return value;
  }

  void problem(String key, String seen, String expected) {
    notes
        .problems()
        .add("poolkeeper.%s%s is '%s', expected %s".formatted(prefix, key, seen, expected));
  }

  void missing(String key, String expected) {
    notes
        .problems()
        .add("poolkeeper.%s%s is missing, expected %s".formatted(prefix, key, expected));
  }

  /** All problems so far, and every key of the file that nobody asked for. */
  List<String> problems(Set<String> laterSections) {
    List<String> all = new ArrayList<>(notes.problems());
    file.keys().stream()
        .filter(key -> !notes.asked().contains(key))
        .filter(key -> !laterSections.contains(key.split("[.\\[]", 2)[0]))
        .forEach(key -> all.add("poolkeeper.%s is not a known key".formatted(key)));
    return all;
  }
}
