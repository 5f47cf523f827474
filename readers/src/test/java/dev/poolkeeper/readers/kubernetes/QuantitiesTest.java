package dev.poolkeeper.readers.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.json.Row;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {

  private static Row row(String storage) {
    return new Row("prod-a", Instant.EPOCH, Json.tree("{\"storage\": " + storage + "}"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "1Ki, 1024",
    "1.5Gi, 1610612736",
    "500M, 500000000",
    "1k, 1000",
    "1e3, 1000",
    "1E3, 1000",
    "12e-1, 2",
    "100m, 1",
    "1001m, 2",
    "1n, 1",
    "1Pi, 1125899906842624",
    "1Ei, 1152921504606846976",
    "7E, 7000000000000000000",
    ".5Ki, 512",
    "9223372036854775807, 9223372036854775807",
    "9007199254740993, 9007199254740993"
  })
  void quantityIsSoManyBytes(String quantity, long bytes) {
    Row row = row("\"" + quantity + "\"");

    assertThat(Quantities.bytes(row, "storage")).hasValue(bytes);
    assertThat(row.remarks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8Ei",
        "9223372036854775808",
        "99999999999999999999999999Ei",
        "1e99",
        "1e999999999",
        "ten",
        "10GiB",
        "10 Gi",
        "-1Gi",
        "1ee3",
        "Gi",
        ".",
        "0x10",
        "${SIZE}",
        "{{ .size }}"
      })
  void whatIsNoQuantityOrTooLargeIsUnknownAndRemarked(String quantity) {
    Row row = row("\"" + quantity + "\"");

    assertThat(Quantities.bytes(row, "storage")).isEmpty();
    assertThat(row.remarks())
        .singleElement()
        .satisfies(remark -> assertThat(remark.seen()).isEqualTo("storage is " + quantity));
  }

  @Test
  void numbersWithoutQuotesAreQuantitiesToo() {
    assertThat(Quantities.bytes(row("10737418240"), "storage")).hasValue(10737418240L);
  }

  @Test
  void aMissingQuantityIsUnknownWithoutARemark() {
    Row row = row("null");

    assertThat(Quantities.bytes(row, "storage")).isEmpty();
    assertThat(row.remarks()).isEmpty();
  }
}
