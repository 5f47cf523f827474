package dev.poolkeeper.readers.recorded;

import dev.poolkeeper.processors.inventory.CaptureProblem;
import dev.poolkeeper.readers.json.RowNames;
import dev.poolkeeper.readers.json.RowSink;
import dev.poolkeeper.readers.source.ProblemList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * One answer on its way into its file. The file gets its name when it is whole; until then, and for
 * ever when it never is, it is called {@code *.partial}, which no run reads.
 */
final class AnswerFile implements RowSink {

  /** What stands around the rows. */
  enum Shape {
    KUBERNETES_LIST(
        "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[\n",
        "\n],\"metadata\":{\"resourceVersion\":\"\"}}\n"),
    LIST("[\n", "\n]\n"),
    SINGLE("", "\n");

    private final String start;
    private final String end;

    Shape(String start, String end) {
      this.start = start;
      this.end = end;
    }
  }

  private final Path file;
  private final Path partial;
  private final Shape shape;
  private final Function<JsonNode, JsonNode> harmless;
  private final Writer out;
  private final ProblemList problems = new ProblemList();
  private long rows;

  /**
   * Begins the answer, in place of an earlier attempt at it.
   *
   * @param harmless what of a row may be written
   */
  AnswerFile(Path file, Shape shape, Function<JsonNode, JsonNode> harmless) {
    this.file = file;
    this.partial = file.resolveSibling(file.getFileName() + ".partial");
    this.shape = shape;
    this.harmless = harmless;
    try {
      Files.deleteIfExists(partial);
      this.out = PrivateFiles.create(partial);
      out.write(shape.start);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void row(String place, JsonNode row) {
    if (shape == Shape.SINGLE && rows > 0) {
      unreadable(place + RowNames.of(row), "a second answer where one is expected", "");
      return;
    }
    try {
      out.write(rows++ == 0 ? "" : ",\n");
      out.write(harmless.apply(row).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void unreadable(String place, String seen, String next) {
    problems.add(new CaptureProblem((name() + " " + place).strip(), seen, next));
  }

  /** The method or plural. */
  String name() {
    return file.getFileName().toString().replaceFirst("\\.json$", "");
  }

  long rows() {
    return rows;
  }

  List<CaptureProblem> problems() {
    return problems.list(name());
  }

  /** Ends the answer: it is whole. */
  void keep() throws IOException {
    out.write(shape.end);
    out.close();
    Files.move(partial, file);
  }

  /** Ends the answer as it is: some of it is missing. A file without rows is of no use. */
  void leavePartial() throws IOException {
    out.close();
    if (rows == 0) {
      Files.delete(partial);
    }
  }

  /** Ends the answer: it is worth nothing. */
  void drop() throws IOException {
    out.close();
    Files.delete(partial);
  }
}
