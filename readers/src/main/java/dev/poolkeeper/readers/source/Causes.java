package dev.poolkeeper.readers.source;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Looks through what caused an exception. */
final class Causes {

  private static final int DEEPEST = 20;

  private Causes() {}

  static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
    return chain(failure).filter(type::isInstance).map(type::cast).findFirst();
  }

  /** The first message of the chain that fits. */
  static Optional<String> message(Throwable failure, Predicate<String> fits) {
    return chain(failure)
        .flatMap(cause -> Stream.ofNullable(cause.getMessage()))
        .filter(fits)
        .findFirst();
  }

  private static Stream<Throwable> chain(Throwable failure) {
    return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(DEEPEST);
  }
}
