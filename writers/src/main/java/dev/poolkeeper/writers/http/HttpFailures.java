package dev.poolkeeper.writers.http;

import dev.poolkeeper.processors.delivery.Outcome;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says what it means that a request got no answer. */
final class HttpFailures {

  private final HttpPlace place;

  HttpFailures(HttpPlace place) {
    this.place = place;
  }

  /**
   * @param repeatable whether the request may be sent again without harm
   */
  Outcome of(IOException failure, boolean repeatable) {
    if (caused(failure, UnresolvedAddressException.class)
        || caused(failure, UnknownHostException.class)) {
      return outcome(
          Outcome.Kind.UNREACHABLE, "the host %s is not known".formatted(place.url().getHost()));
    }
    if (failure instanceof HttpConnectTimeoutException) {
      return outcome(
          Outcome.Kind.UNREACHABLE,
          "%s cannot be reached within %d s".formatted(place.host(), place.timeout().toSeconds()));
    }
    if (caused(failure, ConnectException.class)) {
      return outcome(
          Outcome.Kind.UNREACHABLE, "%s cannot be reached: refused".formatted(place.host()));
    }
    Optional<SSLException> tls = cause(failure, SSLException.class);
    if (tls.isPresent()) {
      return outcome(
          Outcome.Kind.NOT_ALLOWED,
          "no trusted TLS connection to %s: %s".formatted(place.host(), tls.get().getMessage()));
    }
    String what =
        failure instanceof HttpTimeoutException
            ? "%s gave no answer within %d s".formatted(place.host(), place.timeout().toSeconds())
            : "%s broke the connection before it answered".formatted(place.host());
    return repeatable
        ? outcome(Outcome.Kind.DEFERRED, what)
        : outcome(Outcome.Kind.UNKNOWN, what + ": it may have taken the request or not");
  }

  private static Outcome outcome(Outcome.Kind kind, String said) {
    return new Outcome(kind, OptionalInt.empty(), said);
  }

  private static boolean caused(Throwable failure, Class<? extends Throwable> type) {
    return cause(failure, type).isPresent();
  }

  private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
    return Stream.iterate(Optional.of(failure), o -> o.map(Throwable::getCause))
        .limit(10)
        .takeWhile(Optional::isPresent)
        .flatMap(Optional::stream)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
