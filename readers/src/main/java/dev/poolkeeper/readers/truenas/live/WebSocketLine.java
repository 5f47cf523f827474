package dev.poolkeeper.readers.truenas.live;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket that sends a text and lets the answer be read as a stream. Pings keep proxies from
 * cutting it while the system thinks.
 */
final class WebSocketLine implements WebSocket.Listener, AutoCloseable {

  /** The appliance's own proxy cuts a line that was silent for 60 seconds. */
  private static final Duration PING_EVERY = Duration.ofSeconds(20);

  private final Handover<String> pieces;
  private final ScheduledExecutorService pinger;
  private volatile @Nullable WebSocket socket;
  private @Nullable Future<?> pings;

  /** Touched by the pinger only. */
  private CompletableFuture<WebSocket> lastPing = CompletableFuture.completedFuture(null);

  private WebSocketLine(Duration longestSilence) {
    this.pieces = new Handover<>(longestSilence, this::more);
    this.pinger =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "truenas-ping");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Connects.
   *
   * @throws IOException when the handshake fails
   */
  static WebSocketLine open(HttpClient http, URI uri, Duration connect, Duration longestSilence)
      throws IOException {
    WebSocketLine line = new WebSocketLine(longestSilence);
    try {
      line.socket =
          Waiting.on(
              http.newWebSocketBuilder().connectTimeout(connect).buildAsync(uri, line), connect);
      line.pings =
          line.pinger.scheduleAtFixedRate(
              line::ping, PING_EVERY.toMillis(), PING_EVERY.toMillis(), TimeUnit.MILLISECONDS);
      return line;
    } catch (IOException failure) {
      line.close();
      throw failure;
    }
  }

  /** Sends one text; its answer is what is read next. */
  TextAnswer ask(String text, Duration longestWait) throws IOException {
    Waiting.on(connected().sendText(text, true), longestWait);
    return new TextAnswer(pieces);
  }

  /** The next message, where one answer was none to us. */
  TextAnswer next() {
    return new TextAnswer(pieces);
  }

  private WebSocket connected() throws IOException {
    WebSocket known = socket;
    if (known == null) {
      throw new IOException("not connected");
    }
    return known;
  }

  private void more() {
    WebSocket known = socket;
    if (known != null) {
      known.request(1);
    }
  }

  /**
   * A connection that ended may do so without a word to its listener; whoever waits for the rest of
   * an answer would wait as long as for a slow one.
   */
  private void ping() {
    WebSocket known = socket;
    if (known == null) {
      return;
    }
    if (known.isOutputClosed() || !lastPing.isDone()) {
      pieces.broken(new IOException("the connection is gone: no ping can be sent"));
      return;
    }
    lastPing =
        known
            .sendPing(ByteBuffer.allocate(0))
            .whenComplete(
                (sent, failure) -> {
                  if (failure != null) {
                    pieces.broken(new IOException("the connection is gone: " + failure, failure));
                  }
                });
  }

  @Override
  public void onOpen(WebSocket opened) {
    socket = opened;
    opened.request(1);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    pieces.piece(data.toString());
    if (last) {
      pieces.end();
    }
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
    pieces.broken(new IOException("a binary message where text is expected"));
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    pieces.broken(new ClosedByPeer(code, reason));
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable failure) {
    pieces.broken(
        failure instanceof IOException io ? io : new IOException(failure.toString(), failure));
  }

  @Override
  public void close() {
    if (pings != null) {
      pings.cancel(true);
    }
    pinger.shutdownNow();
    WebSocket known = socket;
    if (known != null) {
      // nobody waits for a farewell, and none may keep the process alive
      known.abort();
    }
  }
}
