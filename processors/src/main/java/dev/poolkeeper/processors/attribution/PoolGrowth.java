package dev.poolkeeper.processors.attribution;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.inventory.Subject;
import java.time.LocalDate;
import java.util.List;

/** Who made a pool change over some days, as far as that can be said. */
public sealed interface PoolGrowth {

  Subject pool();

  /** How many days were asked for. */
  int days();

  /**
   * The change and its parts: {@code deltaBytes} is exactly the sum of all parts and {@code
   * remainderBytes}.
   *
   * @param from the night it is counted from
   * @param to the night it is counted to
   * @param deltaBytes by how much {@code used} of the pool changed
   * @param parts that changed anything, largest change first, whatever its sign
   * @param remainderBytes what no part accounts for; any sign
   * @param remainderReasons why there is one; empty when it is 0 and all was told
   */
  record Attributed(
      Subject pool,
      int days,
      LocalDate from,
      LocalDate to,
      long deltaBytes,
      List<GrowthPart> parts,
      long remainderBytes,
      List<String> remainderReasons)
      implements PoolGrowth {

    public Attributed {
      requireNonNull(pool, "pool");
      parts = List.copyOf(parts);
      remainderReasons = List.copyOf(remainderReasons);
    }
  }

  /**
   * Nothing can be said.
   *
   * @param reason in words
   */
  record NotAttributed(Subject pool, int days, String reason) implements PoolGrowth {

    public NotAttributed {
      requireNonNull(pool, "pool");
      requireNonNull(reason, "reason");
    }
  }
}
