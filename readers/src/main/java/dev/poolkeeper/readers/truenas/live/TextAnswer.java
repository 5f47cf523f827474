package dev.poolkeeper.readers.truenas.live;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** One text message, read while it still arrives. */
final class TextAnswer extends Reader {

  private final Handover<String> pieces;
  private String piece = "";
  private int position;
  private boolean ended;

  TextAnswer(Handover<String> pieces) {
    this.pieces = pieces;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (position == piece.length()) {
      if (ended) {
        return -1;
      }
      next();
    }
    int taken = Math.min(length, piece.length() - position);
    piece.getChars(position, position + taken, target, offset);
    position += taken;
    return taken;
  }

  private void next() throws IOException {
    Optional<String> next = pieces.take();
    ended = next.isEmpty();
    piece = next.orElse("");
    position = 0;
  }

  /** Reads to the end of the message, so that the next one can be read. */
  @Override
  public void close() throws IOException {
    while (!ended) {
      next();
    }
  }
}
