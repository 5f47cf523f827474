package dev.poolkeeper.readers.kubernetes.live;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Collects one answer's body, up to a size that no page of a list comes near. */
final class BoundedBody implements AsyncBody.Consumer<List<ByteBuffer>> {

  private static final int LARGEST = 256 << 20;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);

  @Override
  public void consume(List<ByteBuffer> buffers, AsyncBody body) throws IOException {
    for (ByteBuffer buffer : buffers) {
      if (bytes.size() + buffer.remaining() > LARGEST) {
        throw new IOException("an answer of more than 256 MiB");
      }
      byte[] copy = new byte[buffer.remaining()];
      buffer.get(copy);
      bytes.write(copy);
    }
    body.consume();
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
