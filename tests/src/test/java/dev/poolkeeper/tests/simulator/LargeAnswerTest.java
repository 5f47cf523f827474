package dev.poolkeeper.tests.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** A list of more than a hundred megabytes. */
class LargeAnswerTest {

  private static final SimulatorTls TLS = SimulatorTls.valid();
  private static final int SNAPSHOTS = 95_000;
  private static final int LAST_TEXT_FRAME = 0x81;

  private static ObjectNode snapshot(int number) {
    return Trees.object()
        .put("id", "tank/vols/pvc-" + number % 1000 + "@auto-" + number)
        .put("createtxg", Integer.toString(number + 1));
  }

  @Test
  void comesInOneTextFrame() throws IOException {
    Iterable<ObjectNode> snapshots =
        () -> IntStream.range(0, SNAPSHOTS).mapToObj(LargeAnswerTest::snapshot).iterator();
    try (TrueNasSimulator nas =
            TrueNasSimulator.of(
                    Map.of("pool.snapshot.query", snapshots), Map.of(), Generation.GOLDEYE_25_10)
                .start(TLS);
        Socket socket = connect(nas)) {
      OutputStream out = socket.getOutputStream();
      DataInputStream in =
          new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
      upgrade(out, in);
      send(out, "auth.login_with_api_key", "[\"" + nas.apiKey() + "\"]");
      in.skipNBytes(frameLength(in));
      send(out, "pool.snapshot.query", "[]");
      long length = frameLength(in);
      assertThat(length).isGreaterThan(100_000_000);
      in.skipNBytes(length - 9);
      assertThat(new String(in.readNBytes(9), StandardCharsets.US_ASCII)).isEqualTo("],\"id\":1}");
    }
  }

  private static Socket connect(TrueNasSimulator nas) throws IOException {
    URI uri = URI.create(nas.httpsUrl());
    return RpcClient.context(TLS).getSocketFactory().createSocket(uri.getHost(), uri.getPort());
  }

  private static void upgrade(OutputStream out, DataInputStream in) throws IOException {
    String request =
        String.join(
            "\r\n",
            "GET /api/current HTTP/1.1",
            "Host: localhost",
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "",
            "");
    out.write(request.getBytes(StandardCharsets.US_ASCII));
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      answer.append((char) in.readUnsignedByte());
    }
    assertThat(answer.toString())
        .startsWith("HTTP/1.1 101")
        .containsIgnoringCase("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
  }

  /** A masked text frame of up to 65535 bytes; a mask of zeros changes nothing. */
  private static void send(OutputStream out, String method, String params) throws IOException {
    byte[] text =
        ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}")
            .getBytes(StandardCharsets.US_ASCII);
    out.write(new byte[] {(byte) LAST_TEXT_FRAME, (byte) 0xfe});
    out.write(new byte[] {(byte) (text.length >>> 8), (byte) text.length, 0, 0, 0, 0});
    out.write(text);
  }

  private static long frameLength(DataInputStream in) throws IOException {
    assertThat(in.readUnsignedByte()).isEqualTo(LAST_TEXT_FRAME);
    int first = in.readUnsignedByte();
    return switch (first) {
      case 126 -> in.readUnsignedShort();
      case 127 -> in.readLong();
      default -> first;
    };
  }
}
