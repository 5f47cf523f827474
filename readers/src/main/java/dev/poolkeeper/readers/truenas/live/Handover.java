package dev.poolkeeper.readers.truenas.live;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Passes the pieces of an answer from the thread that receives them to the one that reads them, and
 * asks for the next piece only when one was taken: an answer of any length needs little memory.
 *
 * @param <T> a piece
 */
final class Handover<T> {

  private sealed interface Item<T> {
    record Piece<T>(T value) implements Item<T> {}

    record End<T>() implements Item<T> {}

    record Broken<T>(IOException failure) implements Item<T> {}
  }

  private final BlockingQueue<Item<T>> items = new LinkedBlockingQueue<>();
  private final Duration longestSilence;
  private final Runnable more;

  /**
   * @param more asks the sender for one more piece
   */
  Handover(Duration longestSilence, Runnable more) {
    this.longestSilence = longestSilence;
    this.more = more;
  }

  void piece(T value) {
    items.add(new Item.Piece<>(value));
  }

  /** The answer is whole. */
  void end() {
    items.add(new Item.End<>());
  }

  /** Nothing more will come. */
  void broken(IOException failure) {
    items.add(new Item.Broken<>(failure));
  }

  /**
   * The next piece; empty at the end of the answer.
   *
   * @throws Silence when nothing came for too long
   */
  Optional<T> take() throws IOException {
    Item<T> item = next();
    if (item instanceof Item.Piece<T> piece) {
      more.run();
      return Optional.of(piece.value());
    }
    if (item instanceof Item.Broken<T> broken) {
      items.add(item);
      throw broken.failure();
    }
    return Optional.empty();
  }

  private Item<T> next() throws IOException {
    try {
      Item<T> item = items.poll(longestSilence.toMillis(), TimeUnit.MILLISECONDS);
      if (item == null) {
        throw new Silence(longestSilence);
      }
      return item;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("stopped").initCause(stopped);
    }
  }
}
