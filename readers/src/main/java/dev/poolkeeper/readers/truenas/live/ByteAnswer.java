package dev.poolkeeper.readers.truenas.live;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The body of one HTTP response, read while it still arrives. Unlike the JDK's own stream it does
 * not wait for ever for a server that fell silent.
 */
final class ByteAnswer extends InputStream implements BodySubscriber<InputStream> {

  private final Handover<ByteBuffer> pieces;
  private volatile @Nullable Subscription subscription;
  private ByteBuffer piece = ByteBuffer.allocate(0);
  private boolean ended;

  ByteAnswer(Duration longestSilence) {
    this.pieces = new Handover<>(longestSilence, () -> {});
  }

  @Override
  public CompletionStage<InputStream> getBody() {
    return CompletableFuture.completedStage(this);
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    given.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    buffers.forEach(pieces::piece);
    // an empty piece marks the point where more is asked for
    pieces.piece(ByteBuffer.allocate(0));
  }

  @Override
  public void onError(Throwable failure) {
    pieces.broken(
        failure instanceof IOException io ? io : new IOException(failure.toString(), failure));
  }

  @Override
  public void onComplete() {
    pieces.end();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!piece.hasRemaining()) {
      if (ended) {
        return -1;
      }
      next();
    }
    int taken = Math.min(length, piece.remaining());
    piece.get(target, offset, taken);
    return taken;
  }

  private void next() throws IOException {
    Optional<ByteBuffer> next = pieces.take();
    ended = next.isEmpty();
    piece = next.orElse(piece);
    Subscription known = subscription;
    if (next.isPresent() && !piece.hasRemaining() && known != null) {
      known.request(1);
    }
  }

  /** Lets go of the rest. */
  @Override
  public void close() {
    Subscription known = subscription;
    if (known != null) {
      known.cancel();
    }
    ended = true;
    piece = ByteBuffer.allocate(0);
  }
}
