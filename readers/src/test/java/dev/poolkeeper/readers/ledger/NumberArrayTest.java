package dev.poolkeeper.readers.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberArrayTest {

  private static List<Long> numbers(String text) {
    NumberArray array = new NumberArray(text);
    List<Long> numbers = new ArrayList<>();
    while (array.next()) {
      numbers.add(array.value());
    }
    return numbers;
  }

  @Test
  void numbersComeInTheirOrder() {
    assertThat(numbers("{0,-3,12,9223372036854775807,-9223372036854775807}"))
        .containsExactly(0L, -3L, 12L, Long.MAX_VALUE, -Long.MAX_VALUE);
  }

  @Test
  void anEmptyArrayAndALoneNullHoldNothing() {
    assertThat(numbers("{}")).isEmpty();
    assertThat(numbers("{NULL}")).isEmpty();
  }
}
