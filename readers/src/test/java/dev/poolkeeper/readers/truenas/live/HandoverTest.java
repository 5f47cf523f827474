package dev.poolkeeper.readers.truenas.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HandoverTest {

  private final AtomicInteger askedFor = new AtomicInteger();
  private final Handover<String> pieces =
      new Handover<>(Duration.ofMillis(20), askedFor::incrementAndGet);

  private String read(TextAnswer answer) throws IOException {
    StringWriter text = new StringWriter();
    answer.transferTo(text);
    return text.toString();
  }

  @Test
  void piecesAreOneText() throws IOException {
    pieces.piece("[1, ");
    pieces.piece("");
    pieces.piece("2]");
    pieces.end();

    assertThat(read(new TextAnswer(pieces))).isEqualTo("[1, 2]");
  }

  @Test
  void eachTakenPieceAsksForOneMore() throws IOException {
    pieces.piece("a");
    pieces.piece("b");
    pieces.end();
    read(new TextAnswer(pieces));

    assertThat(askedFor).hasValue(2);
  }

  @Test
  void closedAnswerLeavesTheNextOneWhole() throws IOException {
    pieces.piece("first, never read");
    pieces.end();
    pieces.piece("second");
    pieces.end();

    new TextAnswer(pieces).close();

    assertThat(read(new TextAnswer(pieces))).isEqualTo("second");
  }

  @Test
  void silenceEndsTheWaiting() {
    pieces.piece("half");

    assertThatThrownBy(() -> read(new TextAnswer(pieces))).isInstanceOf(Silence.class);
  }

  @Test
  void brokenLineIsToldAgainAndAgain() {
    pieces.broken(new ClosedByPeer(1006, ""));

    assertThatThrownBy(() -> read(new TextAnswer(pieces))).isInstanceOf(ClosedByPeer.class);
    assertThatThrownBy(() -> read(new TextAnswer(pieces))).isInstanceOf(ClosedByPeer.class);
  }

  @Test
  void bodyAsksForMoreOnceItIsRead() throws IOException {
    ByteAnswer body = new ByteAnswer(Duration.ofMillis(20));
    AtomicInteger requested = new AtomicInteger();
    body.onSubscribe(
        new Subscription() {
          @Override
          public void request(long n) {
            requested.addAndGet((int) n);
          }

          @Override
          public void cancel() {
            requested.set(-1);
          }
        });
    body.onNext(List.of(ByteBuffer.wrap(new byte[] {1, 2}), ByteBuffer.wrap(new byte[] {3})));
    assertThat(requested).hasValue(1);
    body.onComplete();

    assertThat(body.readAllBytes()).containsExactly(1, 2, 3);
    assertThat(requested).hasValue(2);
  }

  @Test
  void bodyThatFallsSilentEndsTheWaiting() {
    ByteAnswer body = new ByteAnswer(Duration.ofMillis(20));

    assertThatThrownBy(body::readAllBytes).isInstanceOf(Silence.class);
  }
}
