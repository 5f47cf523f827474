package dev.poolkeeper.readers.recorded;

import dev.poolkeeper.processors.inventory.CaptureProblem;
import dev.poolkeeper.processors.inventory.Estate;
import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.json.RowSink;
import dev.poolkeeper.readers.json.Values;
import dev.poolkeeper.readers.json.Visible;
import dev.poolkeeper.readers.source.ProblemList;
import dev.poolkeeper.readers.truenas.AnswerFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Decides which sources the estate has. A source that estate.json lists and the folder lacks was
 * not read; one that the folder has and estate.json does not list is a problem, as its volumes
 * would look like nobody's.
 */
final class EstateFile {

  static final String NAME = "estate.json";

  private final Path directory;
  private final ProblemList problems = new ProblemList();
  private final JsonNode json;
  private final Estate estate;

  private EstateFile(Path directory, Instant now) {
    this.directory = directory;
    this.json = json();
    List<String> clusters = sources("clusters");
    List<String> nas = sources("nas");
    clusters.stream()
        .filter(nas::contains)
        .forEach(name -> problem(name + " is a cluster and a NAS", "give them different names"));
    this.estate = new Estate(capturedAt(now), clusters, nas, addresses(nas));
  }

  static EstateFile read(Path directory, Instant now) {
    return new EstateFile(directory, now);
  }

  Estate estate() {
    return estate;
  }

  /** Whether estate.json tells when the recording was made. */
  boolean tellsTime() {
    return Values.instant(json.path("capturedAt")).isPresent();
  }

  List<CaptureProblem> problems() {
    return problems.list(NAME);
  }

  private JsonNode json() {
    List<JsonNode> rows = new ArrayList<>();
    if (!Files.exists(directory.resolve(NAME))) {
      problem(
          "no such file",
          "the folders are taken for the sources and now for the time of capture; write"
              + " {\"capturedAt\": \"2026-02-11T02:00:00Z\", \"clusters\": [...], \"nas\": [...]}");
      return Json.object();
    }
    new RecordedFile(directory.resolve(NAME))
        .stream(
            AnswerFormats::single,
            new RowSink() {
              @Override
              public void row(String place, JsonNode row) {
                rows.add(row);
              }

              @Override
              public void unreadable(String place, String seen, String next) {
                problem(
                    (place + " " + seen).strip(),
                    "the folders are taken for the sources; write {\"capturedAt\": ..., \"clusters\": [...], \"nas\": [...]}");
              }
            });
    return rows.isEmpty() ? Json.object() : rows.get(0);
  }

  private Instant capturedAt(Instant now) {
    Optional<Instant> time = Values.instant(json.path("capturedAt"));
    if (time.isEmpty() && problems.isEmpty()) {
      problem("capturedAt is no time", "now is taken instead; write it as 2026-02-11T02:00:00Z");
    }
    return time.orElse(now);
  }

  private List<String> sources(String side) {
    List<String> folders = folders(side);
    if (!json.path(side).isArray()) {
      if (problems.isEmpty() && !folders.isEmpty()) {
        problem("no list " + side, "the folders of " + side + "/ are taken; list them");
      }
      return folders;
    }
    TreeSet<String> listed = new TreeSet<>();
    for (JsonNode name : json.path(side).values()) {
      Optional<String> text = Values.text(name).filter(EstateFile::usable);
      text.ifPresentOrElse(
          listed::add,
          () ->
              problem(
                  side + " lists " + Visible.text(Values.text(name).orElse("no name")),
                  "it is left out; sources are named like their folder"));
    }
    folders.stream()
        .filter(folder -> !listed.contains(folder))
        .forEach(
            folder ->
                problem(
                    side + "/" + Visible.text(folder) + " is there but not listed",
                    "it was not read; list it or remove the folder"));
    return List.copyOf(listed);
  }

  private List<String> folders(String side) {
    if (!Files.isDirectory(directory.resolve(side))) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory.resolve(side))) {
      return entries
          .filter(Files::isDirectory)
          .map(entry -> entry.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException failure) {
      problem(side + "/ cannot be listed", "allow it (chmod) or record it again");
      return List.of();
    }
  }

  private Map<String, List<String>> addresses(List<String> nas) {
    Map<String, List<String>> addresses = new TreeMap<>();
    json.path("addresses")
        .properties()
        .forEach(
            entry -> {
              if (nas.contains(entry.getKey())) {
                addresses.put(
                    entry.getKey(),
                    entry.getValue().values().stream()
                        .flatMap(value -> Values.text(value).stream())
                        .toList());
              } else {
                problem(
                    "addresses of " + Visible.text(entry.getKey()) + ", which is no NAS here",
                    "they are left out; use a name of the list nas");
              }
            });
    return addresses;
  }

  private void problem(String seen, String next) {
    problems.add(new CaptureProblem(NAME, seen, next));
  }

  /** Names become folders: none may lead out of the estate. */
  private static boolean usable(String name) {
    return !name.startsWith(".")
        && name.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
  }
}
