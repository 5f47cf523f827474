package dev.poolkeeper.processors.inventory;

import static java.util.Objects.requireNonNull;

/**
 * Who answers for an object.
 *
 * @param name a person or team as a label or annotation names it, or a namespace
 * @param from where that stands, {@code label team}
 */
public record Owner(String name, String from) {

  public Owner {
    requireNonNull(name, "name");
    requireNonNull(from, "from");
  }
}
