package dev.poolkeeper.readers.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "\"41\" | 41",
        "9007199254740993 | 9007199254740993",
        "\"9223372036854775807\" | 9223372036854775807",
        "9223372036854775807 | 9223372036854775807",
        "1024.0 | 1024"
      })
  void numbersAreExactUpTo63Bits(String json, long value) {
    assertThat(Values.number(Json.tree(json))).hasValue(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9223372036854775808",
        "\"9223372036854775808\"",
        "\"18446744073709551616\"",
        "1e999999999",
        "-1",
        "1.5",
        "\"1.2 GiB\"",
        "\"none\"",
        "\"\"",
        "null",
        "true",
        "[]",
        "{}"
      })
  void whatIsNoNumberIsUnknownAndNeverZero(String json) {
    assertThat(Values.number(Json.tree(json))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"$date\": 1750000000000}",
        "{\"$date\": \"1750000000000\"}",
        "{\"$date\": \"2025-06-15T15:06:40Z\"}",
        "\"2025-06-15T15:06:40Z\"",
        "\"2025-06-15T17:06:40.000+02:00\"",
        "\"1750000000\"",
        "1750000000"
      })
  void timesInEveryShape(String json) {
    assertThat(Values.instant(Json.tree(json))).contains(Instant.ofEpochSecond(1_750_000_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "\"\"",
        "\"Sun Jun 15 17:06 2025\"",
        "\"2025-06-15T17:06:40\"",
        "0",
        "9223372036854775807",
        "{\"$date\": null}",
        "{\"$time\": \"10:00:00\"}"
      })
  void whatNamesNoMomentIsUnknown(String json) {
    assertThat(Values.instant(Json.tree(json))).isEmpty();
  }

  @Test
  void flagsAsZfsAndPeopleWriteThem() {
    assertThat(Values.flag(Json.tree("true"))).contains(true);
    assertThat(Values.flag(Json.tree("\"ON\""))).contains(true);
    assertThat(Values.flag(Json.tree("\"off\""))).contains(false);
    assertThat(Values.flag(Json.tree("0"))).contains(false);
    assertThat(Values.flag(Json.tree("\"maybe\""))).isEmpty();
    assertThat(Values.flag(Json.tree("null"))).isEmpty();
  }

  @Test
  void textsAreKeptExactly() {
    assertThat(Values.text(Json.tree("\" <a>\\n=cmd() \""))).contains(" <a>\n=cmd() ");
    assertThat(Values.text(Json.tree("14266138055396837770"))).contains("14266138055396837770");
    assertThat(Values.text(Json.tree("\"  \""))).isEmpty();
  }

  @Test
  void longTextsAreCutInMessages() {
    assertThat(Visible.text("x".repeat(500))).isEqualTo("x".repeat(80) + "…");
    assertThat(Visible.text("x".repeat(80))).hasSize(80);
  }
}
