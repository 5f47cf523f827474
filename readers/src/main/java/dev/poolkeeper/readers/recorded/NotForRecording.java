package dev.poolkeeper.readers.recorded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A folder that no estate can be recorded in; the message is complete. */
public final class NotForRecording extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotForRecording(Path directory, String seen, @Nullable Throwable cause) {
    super(
        """
        Nothing was recorded into %s: %s.
        Next: name a folder that is empty or does not exist yet."""
            .formatted(directory, seen),
        cause);
  }

  private NotForRecording(Path directory) {
    super(
        """
        Nothing was recorded into %s: it holds an earlier recording.
        Next: name another folder, or add --force to replace that recording."""
            .formatted(directory));
  }

  static NotForRecording again(Path directory) {
    return new NotForRecording(directory);
  }
}
