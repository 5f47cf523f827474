package dev.poolkeeper.jobs.live;

import dev.poolkeeper.processors.inventory.Estate;
import dev.poolkeeper.readers.recorded.EstateRecorder;
import dev.poolkeeper.readers.recorded.EstateRecorder.Recorded;
import dev.poolkeeper.readers.source.LiveSource;
import java.nio.file.Path;
import java.util.List;

/** Records all live systems, side by side, into one folder. */
public final class EstateRecording {

  private final Estate estate;
  private final LiveConnections connections;

  public EstateRecording(Estate estate, LiveConnections connections) {
    this.estate = estate;
    this.connections = connections;
  }

  /**
   * @param replace whether an earlier recording in the folder goes
   * @param program what the recording says it was made by
   */
  public List<Recorded> into(Path directory, boolean replace, String program) {
    EstateRecorder recorder = EstateRecorder.begin(directory, estate, replace);
    List<Recorded> recorded =
        SideBySide.each(
            estate.sources(),
            name -> {
              try (LiveSource source = connections.open(name)) {
                return recorder.record(name, source);
              }
            });
    recorder.end(program);
    return recorded;
  }
}
