package dev.poolkeeper.processors.retention;

import java.util.Optional;

/**
 * What was read from a text, or why it could not be.
 *
 * @param <T> what it says
 */
public sealed interface Outcome<T> {

  /** It was understood. */
  record Known<T>(T value) implements Outcome<T> {}

  /**
   * It was not.
   *
   * @param why in words that name what was seen
   */
  record Unknown<T>(String why) implements Outcome<T> {}

  /** Empty when it was not understood. */
  default Optional<T> known() {
    return this instanceof Known<T> understood ? Optional.of(understood.value()) : Optional.empty();
  }

  /** Empty when it was understood. */
  default Optional<String> reason() {
    return this instanceof Unknown<T> not ? Optional.of(not.why()) : Optional.empty();
  }
}
