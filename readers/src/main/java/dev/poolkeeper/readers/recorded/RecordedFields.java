package dev.poolkeeper.readers.recorded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of all that may be recorded, {@code recorded-fields.txt}, by answer. */
final class RecordedFields {

  private static final String RESOURCE = "recorded-fields.txt";
  private static final Map<String, Field> MARKS =
      Stream.of(Field.values())
          .collect(
              Collectors.toUnmodifiableMap(
                  field -> "{" + field.name().toLowerCase(java.util.Locale.ROOT) + "}",
                  field -> field));

  private final Map<String, Fields> sections = new TreeMap<>();

  private RecordedFields() {}

  static RecordedFields load() {
    try (InputStream list = RecordedFields.class.getResourceAsStream(RESOURCE)) {
      if (list == null) {
        throw new IllegalStateException("this build of poolkeeper has no " + RESOURCE);
      }
      return new RecordedFields().read(new String(list.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What may be recorded of an answer; empty for one that is not known. */
  Optional<Fields> of(String answer) {
    return Optional.ofNullable(sections.get(answer));
  }

  private RecordedFields read(String text) {
    Map<String, String[]> bodies = new TreeMap<>();
    for (String paragraph : text.split("\\n\\s*\\n", -1)) {
      String[] lines =
          paragraph
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .toArray(String[]::new);
      if (lines.length > 0) {
        bodies.put(lines[0], Arrays.copyOfRange(lines, 1, lines.length));
      }
    }
    bodies.keySet().forEach(name -> sections.put(name, section(name, bodies)));
    return this;
  }

  private static Fields section(String name, Map<String, String[]> bodies) {
    String[] lines = bodies.get(name);
    if (lines == null) {
      throw new IllegalStateException(RESOURCE + " has no section " + name);
    }
    Fields fields = new Fields();
    for (String line : lines) {
      add(fields, line, bodies);
    }
    return fields;
  }

  private static void add(Fields fields, String line, Map<String, String[]> bodies) {
    int bracket = line.indexOf('(');
    String section = bracket < 0 ? "" : line.substring(bracket);
    String[] path = (bracket < 0 ? line : line.substring(0, bracket)).strip().split("\\s+", -1);
    if (!section.isEmpty()) {
      at(fields, path, path.length).addAll(section(section, bodies));
      return;
    }
    Field mark = MARKS.get(path[path.length - 1]);
    int names = mark == null ? path.length : path.length - 1;
    at(fields, path, names - 1).add(path[names - 1], mark == null ? Field.VALUE : mark);
  }

  private static Fields at(Fields root, String[] path, int depth) {
    Fields at = root;
    for (String name : Arrays.copyOf(path, depth)) {
      at = name.isEmpty() ? at : at.below(name);
    }
    return at;
  }
}
