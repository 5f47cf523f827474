package dev.poolkeeper.readers.recorded;

import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.json.RowFormat;
import dev.poolkeeper.readers.json.RowSink;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/** One file of a recorded estate, streamed; whatever is in it, the reading ends in words. */
final class RecordedFile {

  private final Path path;

  RecordedFile(Path path) {
    this.path = path;
  }

  /** Streams the file's JSON. */
  void stream(RowFormat format, RowSink sink) {
    open(sink, (file, start) -> json(file, start, format, sink));
  }

  /** Reads a file that holds one text, quoted or bare. */
  void text(RowFormat format, RowSink sink) {
    open(
        sink,
        (file, start) -> {
          if (start.quoted() || start.text().isEmpty()) {
            json(file, start, format, sink);
          } else {
            sink.row("", Json.text(start.text()));
          }
        });
  }

  private void open(RowSink sink, Content content) {
    if (Files.isDirectory(path)) {
      sink.unreadable("", "a folder where a file is expected", "remove it and export again");
      return;
    }
    try (InputStream file = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
      content.read(file, FileStart.of(file));
    } catch (IOException failure) {
      report(Breakage.of(failure), sink);
    } catch (JacksonException failure) {
      report(Breakage.of(failure), sink);
    }
  }

  private static void json(InputStream file, FileStart start, RowFormat format, RowSink sink) {
    Optional<String> notJson = start.notJson();
    if (notJson.isPresent()) {
      sink.unreadable("", notJson.get(), "");
      return;
    }
    try (JsonParser parser = Json.parser(file)) {
      if (parser.nextToken() == null) {
        sink.unreadable("", "only whitespace", "");
        return;
      }
      format.stream(parser, sink);
      if (parser.streamReadContext().inRoot() && parser.nextToken() != null) {
        sink.unreadable(
            Breakage.place(parser.currentTokenLocation()),
            "something after the end of the answer",
            "store one answer per file");
      }
    }
  }

  private static void report(Breakage breakage, RowSink sink) {
    sink.unreadable(breakage.place(), breakage.seen(), breakage.next());
  }

  private interface Content {
    void read(InputStream file, FileStart start) throws IOException;
  }
}
