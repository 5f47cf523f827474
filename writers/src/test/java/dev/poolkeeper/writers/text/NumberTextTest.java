package dev.poolkeeper.writers.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "-1.5, -1.5",
    "0.1, 0.1",
    "0.00025, 0.00025",
    "123456.789, 123456.789",
    "9999999999.9, 10000000000",
    "12345678901234, 12345678901234",
    "1e18, 1000000000000000000",
    "1e-9, 1.0E-9",
    "1e300, 1.0E300",
    "3.141592653589793, 3.141592654"
  })
  void numbersReadAsPeopleWriteThem(double number, String text) {
    assertThat(NumberText.of(number)).isEqualTo(text);
  }

  @Test
  void tenDigitsAreKeptAndTheOrderToo() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      double number = (random.nextDouble() - .5) * Math.pow(10, random.nextInt(40) - 12);
      double read = Double.parseDouble(NumberText.of(number));
      assertThat(read).isEqualTo(number, within(Math.abs(number) * 1e-9));
      double larger = Math.nextUp(number);
      assertThat(Double.parseDouble(NumberText.of(larger))).isGreaterThanOrEqualTo(read);
    }
  }
}
