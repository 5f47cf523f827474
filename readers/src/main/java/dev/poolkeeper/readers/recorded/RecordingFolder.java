package dev.poolkeeper.readers.recorded;

import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.json.Values;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/** Decides whether a folder may be recorded into, and empties it of an earlier recording. */
final class RecordingFolder {

  /** What in estate.json says that we made it, so that we may replace it. */
  static final String RECORDED_BY = "recordedBy";

  /** Marks a recording that has not come to its end, or never did. */
  static final String UNFINISHED = EstateFile.NAME + ".partial";

  private RecordingFolder() {}

  static void prepare(Path directory, boolean replace) throws IOException {
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new NotForRecording(directory, "it is a file", null);
    }
    if (Files.exists(directory) && !empty(directory)) {
      if (!ours(directory)) {
        throw new NotForRecording(
            directory, "it is not empty, and what is in it was not recorded by poolkeeper", null);
      }
      if (!replace) {
        throw NotForRecording.again(directory);
      }
      clear(directory);
    }
    PrivateFiles.folder(directory);
    try (Writer mark = PrivateFiles.create(directory.resolve(UNFINISHED))) {
      mark.write("{\"" + RECORDED_BY + "\": \"poolkeeper, which did not come to the end\"}\n");
    }
    PrivateFiles.folder(directory.resolve("clusters"));
    PrivateFiles.folder(directory.resolve("nas"));
  }

  private static boolean empty(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.findAny().isEmpty();
    }
  }

  private static boolean ours(Path directory) throws IOException {
    for (String name : List.of(EstateFile.NAME, UNFINISHED)) {
      Path file = directory.resolve(name);
      if (Files.isRegularFile(file) && recordedByUs(Files.readString(file))) {
        return true;
      }
    }
    return false;
  }

  private static boolean recordedByUs(String text) {
    try {
      return Values.text(Json.tree(text).path(RECORDED_BY))
          .filter(program -> program.startsWith("poolkeeper"))
          .isPresent();
    } catch (JacksonException foreign) {
      return false;
    }
  }

  /** Only what a recording is made of goes; anything else in the folder stays. */
  private static void clear(Path directory) throws IOException {
    for (String side : List.of("clusters", "nas")) {
      List<Path> files;
      if (!Files.isDirectory(directory.resolve(side))) {
        continue;
      }
      try (Stream<Path> tree = Files.walk(directory.resolve(side), 2)) {
        files = tree.filter(Files::isRegularFile).filter(RecordingFolder::answer).toList();
      }
      for (Path file : files) {
        Files.delete(file);
      }
      deleteEmptyFolders(directory.resolve(side));
    }
    Files.deleteIfExists(directory.resolve(EstateFile.NAME));
    Files.deleteIfExists(directory.resolve(UNFINISHED));
  }

  /** A source that is no longer there would otherwise look like one that nobody listed. */
  private static void deleteEmptyFolders(Path side) throws IOException {
    List<Path> folders;
    try (Stream<Path> sources = Files.list(side)) {
      folders = sources.filter(Files::isDirectory).toList();
    }
    for (Path folder : folders) {
      if (empty(folder)) {
        Files.delete(folder);
      }
    }
  }

  private static boolean answer(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".json") || name.endsWith(".json.partial");
  }
}
