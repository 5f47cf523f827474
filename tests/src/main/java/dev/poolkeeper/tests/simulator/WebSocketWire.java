package dev.poolkeeper.tests.simulator;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;

/**
 * WebSocket frames on an upgraded connection, written by hand: a server that must cut a frame in
 * the middle, or send hundreds of megabytes as one, cannot leave that to a library.
 */
final class WebSocketWire {

  static final int NORMAL = 1000;
  static final int UNSUPPORTED = 1003;
  static final int INVALID = 1007;
  static final int TOO_BIG = 1009;

  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;

  /** Gets whole text messages. */
  interface Listener {
    void message(String text);
  }

  private final NetSocket socket;
  private final Listener listener;
  private final LongSupplier limit;
  private final Runnable tooBig;
  private Runnable activity = () -> {};
  private Buffer received = Buffer.buffer();
  private Buffer message = Buffer.buffer();
  private boolean closing;

  /**
   * Reads from a socket.
   *
   * @param limit how long a message may be now
   * @param tooBig what to do about a longer one
   */
  WebSocketWire(NetSocket socket, Listener listener, LongSupplier limit, Runnable tooBig) {
    this.socket = socket;
    this.listener = listener;
    this.limit = limit;
    this.tooBig = tooBig;
    socket.handler(this::receive);
    socket.exceptionHandler(failure -> socket.close());
  }

  /** Runs whenever something comes or goes. */
  void onActivity(Runnable listening) {
    activity = listening;
  }

  private void receive(Buffer data) {
    activity.run();
    received.appendBuffer(data);
    int consumed = 0;
    while (!closing) {
      int length = frame(received, consumed);
      if (length == 0) {
        break;
      }
      consumed += length;
    }
    received = received.getBuffer(consumed, received.length());
  }

  /** Handles the frame at this place and gives its length; 0 if it is not all there yet. */
  private int frame(Buffer buffer, int at) {
    if (buffer.length() < at + 2) {
      return 0;
    }
    int first = buffer.getUnsignedByte(at);
    int second = buffer.getUnsignedByte(at + 1);
    long size = second & 0x7f;
    int header = size == 126 ? 4 : size == 127 ? 10 : 2;
    boolean masked = (second & 0x80) != 0;
    int start = at + header + (masked ? 4 : 0);
    if (buffer.length() < start) {
      return 0;
    }
    if (header == 4) {
      size = buffer.getUnsignedShort(at + 2);
    } else if (header == 10) {
      size = buffer.getLong(at + 2);
    }
    if (message.length() + size > limit.getAsLong()) {
      closing = true;
      tooBig.run();
      return 0;
    }
    if (buffer.length() < start + size) {
      return 0;
    }
    byte[] payload = buffer.getBytes(start, (int) (start + size));
    for (int i = 0; masked && i < payload.length; i++) {
      payload[i] ^= buffer.getByte(start - 4 + i % 4);
    }
    handle(first & 0x0f, (first & 0x80) != 0, payload);
    return (int) (start - at + size);
  }

  private void handle(int opcode, boolean last, byte[] payload) {
    switch (opcode) {
      case 0, TEXT -> {
        message.appendBytes(payload);
        if (last) {
          String text = message.toString(StandardCharsets.UTF_8);
          message = Buffer.buffer();
          listener.message(text);
        }
      }
      case PING -> socket.write(header(PONG, payload.length).appendBytes(payload));
      case PONG -> {}
      case CLOSE -> close(NORMAL, "");
      default -> close(UNSUPPORTED, "Unsupported frame");
    }
  }

  private static Buffer header(int opcode, long size) {
    Buffer header = Buffer.buffer(10).appendByte((byte) (0x80 | opcode));
    if (size < 126) {
      return header.appendByte((byte) size);
    }
    return size < 1 << 16
        ? header.appendByte((byte) 126).appendShort((short) size)
        : header.appendByte((byte) 127).appendLong(size);
  }

  /** One message in one frame, however long. */
  void send(Chunks text) {
    if (!closing) {
      activity.run();
      socket.write(header(TEXT, text.length()));
      text.all().forEach(socket::write);
    }
  }

  /** Announces the whole message, sends half of it and cuts the connection. */
  void sendHalf(Chunks text) {
    closing = true;
    socket.write(header(TEXT, text.length()));
    text.first(text.length() / 2).forEach(socket::write);
    // an empty write behind the data: the cut comes after what was sent
    socket.write(Buffer.buffer()).onComplete(sent -> socket.close());
  }

  /** Says goodbye and closes. */
  void close(int code, String reason) {
    closing = true;
    byte[] text = reason.getBytes(StandardCharsets.UTF_8);
    Buffer frame = header(CLOSE, text.length + 2L).appendShort((short) code).appendBytes(text);
    socket.write(frame).onComplete(sent -> socket.close());
  }

  /** Cuts the connection without a word. */
  void cut() {
    closing = true;
    socket.close();
  }
}
