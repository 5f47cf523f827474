package dev.poolkeeper.writers.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "1023, 1023 B",
    "1024, 1 KiB",
    "1536, 1.5 KiB",
    "1048575, 1 MiB",
    "107321753, 102 MiB",
    "104857599, 100 MiB",
    "442381631488, 412 GiB",
    "1099511627776, 1 TiB",
    "9223372036854775807, 8 EiB",
    "-1536, −1.5 KiB",
  })
  void bytesAreShownInBinaryUnits(long bytes, String shown) {
    assertThat(ByteText.of(bytes)).isEqualTo(shown);
  }

  @Test
  void unknownBytesAreNotZero() {
    assertThat(ByteText.of(OptionalLong.empty())).isEqualTo("unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "1, finding, 1 finding",
    "0, finding, 0 findings",
    "100000, night, '100,000 nights'",
  })
  void nounsFollowTheirCount(long count, String noun, String shown) {
    assertThat(CountText.of(count, noun)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"0, 3, 0 %", "1, 1000, <1 %", "999, 1000, >99 %", "5, 5, 100 %", "2, 3, 67 %"})
  void aShareNeverRoundsToNothingOrAll(long part, long whole, String shown) {
    assertThat(CountText.percent(part, (double) whole)).isEqualTo(shown);
  }

  @Test
  void signsAreWrittenOut() {
    assertThat(CountText.signed(3)).isEqualTo("+3");
    assertThat(CountText.signed(-4)).isEqualTo("−4");
    assertThat(CountText.signed(0)).isEqualTo("±0");
  }

  @Test
  void whatCannotBeSeenIsEscaped() {
    assertThat(VisibleText.of("a\nb\tc\u001b[31m\u0000\u007f\u009b\u202e\u2066\u200b\ufeff\u2028"))
        .isEqualTo("a\\nb\\tc\\u001b[31m\\u0000\\u007f\\u009b\\u202e\\u2066\\u200b\\ufeff\\u2028");
    assertThat(VisibleText.of("\ud83d")).isEqualTo("\\ud83d");
    assertThat(VisibleText.of("日本 é e\u0301 עברית 🙂")).isEqualTo("日本 é e\u0301 עברית 🙂");
  }

  @Test
  void wideAndCombiningCharactersAreMeasured() {
    assertThat(TextWidth.of("abc")).isEqualTo(3);
    assertThat(TextWidth.of("日本")).isEqualTo(4);
    assertThat(TextWidth.of("e\u0301")).isEqualTo(1);
    assertThat(TextWidth.of("🙂")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "abcdefghij, 10, abcdefghij, abcdefghij",
    "abcdefghij, 7, abcdef…, abc…hij",
    "日本語日本語, 7, 日本語…, 日…語",
    "abc, 1, …, …",
  })
  void longTextIsCutToItsRoom(String text, int width, String atEnd, String inMiddle) {
    assertThat(TextWidth.cutEnd(text, width)).isEqualTo(atEnd);
    assertThat(TextWidth.cutMiddle(text, width)).isEqualTo(inMiddle);
  }
}
