package dev.poolkeeper.writers.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.history.Measure.Unit;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTextTest {

  @ParameterizedTest
  @CsvSource({
    "BYTES, 0, 0 B",
    "BYTES, -0.4, 0 B",
    "BYTES, 1610612736, 1.5 GiB",
    "BYTES, -1610612736.2, −1.5 GiB",
    "COUNT, 3, 3",
    "COUNT, -3, −3",
    "COUNT, 0.254, 0.25",
    "COUNT, -0.254, −0.25",
    "COUNT, -1234.5, '−1,234'"
  })
  void amountsHaveTheirUnitAndARealMinus(Unit unit, double amount, String text) {
    assertThat(AmountText.of(unit, amount)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"BYTES", "COUNT"})
  void whatIsNotKnownIsSaidToBeUnknown(Unit unit) {
    assertThat(AmountText.of(unit, OptionalDouble.empty())).isEqualTo("unknown");
  }
}
