package dev.poolkeeper.readers.truenas.live;

import java.io.IOException;
import java.time.Duration;

/** Nothing came for too long. */
final class Silence extends IOException {

  private static final long serialVersionUID = 1L;

  Silence(Duration length) {
    super("no answer for %d s".formatted(length.toSeconds()));
  }
}
