package dev.poolkeeper.readers.recorded;

import dev.poolkeeper.processors.inventory.CaptureProblem;
import dev.poolkeeper.processors.inventory.Estate;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Side;
import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.source.LiveSource;
import dev.poolkeeper.readers.source.SourceFailure;
import dev.poolkeeper.readers.truenas.TrueNasMethods;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes live sources as a recorded estate, with nothing in it but what {@code recorded-fields.txt}
 * names. A kind that could not be read whole gets no file: a missing file is one that was not read.
 */
public final class EstateRecorder {

  /**
   * How one source was recorded.
   *
   * @param kinds kinds that were recorded whole
   * @param problems why others were not
   */
  public record Recorded(String source, int kinds, long rows, List<CaptureProblem> problems) {

    public Recorded {
      problems = List.copyOf(problems);
    }
  }

  private final Path directory;
  private final Estate estate;
  private final RecordedFields fields;

  private EstateRecorder(Path directory, Estate estate) {
    this.directory = directory;
    this.estate = estate;
    this.fields = RecordedFields.load();
  }

  /**
   * Begins a recording.
   *
   * @param replace whether an earlier recording in the folder goes
   * @throws NotForRecording when the folder holds anything else, or an earlier recording that is
   *     not to be replaced
   */
  public static EstateRecorder begin(Path directory, Estate estate, boolean replace) {
    try {
      RecordingFolder.prepare(directory, replace);
      return new EstateRecorder(directory, estate);
    } catch (IOException e) {
      throw new NotForRecording(directory, "it cannot be written to (%s)".formatted(e), e);
    }
  }

  /** Records one source. Sources may be recorded side by side. */
  public Recorded record(String name, LiveSource source) {
    Side side = estate.sideOf(name);
    Path folder = directory.resolve(side == Side.CLUSTER ? "clusters" : "nas").resolve(name);
    List<CaptureProblem> problems = new ArrayList<>();
    int kinds = 0;
    long rows = 0;
    try {
      PrivateFiles.folder(folder);
      for (ObjectKind kind : ObjectKind.of(side)) {
        KindRecorder recorder = new KindRecorder(folder, kind, fields);
        List<CaptureProblem> missing = stream(kind, source, recorder);
        recorder.end(missing.isEmpty());
        problems.addAll(missing);
        kinds += missing.isEmpty() && recorder.answered() ? 1 : 0;
        rows += recorder.rows();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("recording " + name + " into " + folder + " failed", e);
    }
    return new Recorded(name, kinds, rows, problems);
  }

  private static List<CaptureProblem> stream(
      ObjectKind kind, LiveSource source, KindRecorder recorder) {
    if (!source.asks(kind)) {
      return List.of();
    }
    List<CaptureProblem> problems = new ArrayList<>();
    try {
      source.stream(kind, recorder);
      if (kind.side() == Side.NAS && !recorder.answered()) {
        // nothing had to be asked to know that there is none
        recorder.answer(TrueNasMethods.of(kind).get(0), row -> List.of());
      }
    } catch (SourceFailure failure) {
      problems.add(new CaptureProblem(failure.where(), failure.seen(), failure.next()));
    }
    problems.addAll(recorder.problems());
    return problems;
  }

  /**
   * Ends the recording: from here on it can be read.
   *
   * @param program what recorded it, with its version
   */
  public void end(String program) {
    ObjectNode json = Json.object();
    json.put("capturedAt", estate.capturedAt().toString());
    estate.clusters().forEach(json.putArray("clusters")::add);
    estate.nas().forEach(json.putArray("nas")::add);
    ObjectNode addresses = json.putObject("addresses");
    new TreeMap<>(estate.addresses())
        .forEach((nas, known) -> known.forEach(addresses.putArray(nas)::add));
    json.put(RecordingFolder.RECORDED_BY, program);
    try {
      Path unfinished = directory.resolve(RecordingFolder.UNFINISHED);
      Files.deleteIfExists(unfinished);
      try (Writer out = PrivateFiles.create(unfinished)) {
        out.write(json.toString() + "\n");
      }
      Files.move(unfinished, directory.resolve(EstateFile.NAME));
    } catch (IOException e) {
      throw new UncheckedIOException("estate.json cannot be written", e);
    }
  }
}
