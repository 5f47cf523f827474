package dev.poolkeeper.readers.truenas.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.source.SourceContract;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ClockSkewTest {

  private static final Instant NOW = Instant.parse("2026-02-11T02:00:00Z");

  private static ClockSkew seen(Instant theirs) {
    ClockSkew skew = new ClockSkew(Clock.fixed(NOW, ZoneOffset.UTC));
    skew.row("", Json.tree("{\"datetime\": {\"$date\": %d}}".formatted(theirs.toEpochMilli())));
    return skew;
  }

  @Test
  void tenMinutesAreTolerated() {
    assertThatCode(() -> seen(NOW.plusSeconds(600)).judge("x")).doesNotThrowAnyException();
    assertThatCode(() -> seen(NOW.minusSeconds(600)).judge("x")).doesNotThrowAnyException();
  }

  @Test
  void clockAheadIsRefusedInWords() {
    assertThatThrownBy(() -> seen(NOW.plusSeconds(7200)).judge("system.info on nas1"))
        .isInstanceOf(SourceContract.class)
        .hasMessageContaining("its clock is 2 h 0 min ahead of ours");
  }

  @Test
  void clockBehindIsRefusedInWords() {
    assertThatThrownBy(() -> seen(NOW.minusSeconds(660)).judge("system.info on nas1"))
        .hasMessageContaining("0 h 11 min behind ours");
  }

  @Test
  void clockThatIsNotToldIsNoReason() {
    ClockSkew skew = new ClockSkew(Clock.fixed(NOW, ZoneOffset.UTC));
    skew.row("", Json.tree("{\"version\": \"25.10.1\"}"));

    assertThatCode(() -> skew.judge("x")).doesNotThrowAnyException();
    assertThat(skew.ahead()).isEmpty();
  }
}
