package dev.poolkeeper.tests.simulator;

import io.vertx.core.buffer.Buffer;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The bytes of an answer, in pieces, so that a large one is never one array. */
final class Chunks extends OutputStream {

  private static final int SIZE = 1 << 18;

  private final List<byte[]> full = new ArrayList<>();
  private byte[] current = new byte[1 << 12];
  private int filled;
  private long total;

  static Chunks of(String text) {
    Chunks chunks = new Chunks();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    chunks.write(bytes, 0, bytes.length);
    return chunks;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    int from = offset;
    int left = length;
    while (left > 0) {
      if (filled == current.length) {
        full.add(current);
        current = new byte[SIZE];
        filled = 0;
      }
      int part = Math.min(left, current.length - filled);
      System.arraycopy(bytes, from, current, filled, part);
      filled += part;
      from += part;
      left -= part;
    }
    total += length;
  }

  long length() {
    return total;
  }

  /** The first bytes of the answer. */
  List<Buffer> first(long bytes) {
    List<Buffer> buffers = new ArrayList<>();
    long left = Math.min(bytes, total);
    for (byte[] chunk : full) {
      int part = (int) Math.min(left, chunk.length);
      if (part > 0) {
        buffers.add(Buffer.buffer(part).appendBytes(chunk, 0, part));
      }
      left -= part;
    }
    if (left > 0) {
      buffers.add(Buffer.buffer((int) left).appendBytes(current, 0, (int) left));
    }
    return buffers;
  }

  List<Buffer> all() {
    return first(total);
  }
}
