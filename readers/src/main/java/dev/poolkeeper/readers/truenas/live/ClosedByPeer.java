package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.readers.json.Visible;
import java.io.IOException;

/** The other side closed the WebSocket. */
final class ClosedByPeer extends IOException {

  private static final long serialVersionUID = 1L;

  /** What TrueNAS says to an address that its UI allow-list lacks. */
  private static final int POLICY = 1008;

  private final int code;

  ClosedByPeer(int code, String reason) {
    super(
        "the connection was closed with code %d%s"
            .formatted(code, reason.isEmpty() ? "" : " (" + Visible.text(reason) + ")"));
    this.code = code;
  }

  /** Whether it was closed because this address is not allowed. */
  boolean forbidden() {
    return code == POLICY;
  }
}
