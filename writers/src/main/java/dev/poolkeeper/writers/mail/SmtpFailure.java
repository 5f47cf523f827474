package dev.poolkeeper.writers.mail;

import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.writers.text.VisibleText;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/** Says what a failure of the mail library means, and never what the password is. */
final class SmtpFailure {

  /** A reply is a line or a few; more of it helps nobody. */
  private static final int LONGEST = 300;

  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Pattern CODE = Pattern.compile("^\\s*([245]\\d\\d)[ -]");

  private final MailServer server;

  SmtpFailure(MailServer server) {
    this.server = server;
  }

  /** What it means that no connection could be opened, or not one as it must be. */
  Outcome connecting(MessagingException failure) {
    List<Throwable> chain = chain(failure);
    if (failure instanceof AuthenticationFailedException) {
      OptionalInt code = code(String.valueOf(failure.getMessage()));
      boolean later = code.isPresent() && code.getAsInt() < 500;
      return new Outcome(
          later ? Outcome.Kind.UNREACHABLE : Outcome.Kind.NOT_ALLOWED,
          code,
          "%s refused the login of %s: %s"
              .formatted(
                  server.place(),
                  server.login().map(MailServer.Login::user).orElse("nobody"),
                  said(failure.getMessage())));
    }
    if (String.valueOf(failure.getMessage()).contains("STARTTLS is required")) {
      return notAllowed(
          "%s offers no STARTTLS, which tls: starttls asks for; nothing was sent in clear text"
              .formatted(server.place()));
    }
    Optional<Throwable> tls = chain.stream().filter(SSLException.class::isInstance).findFirst();
    if (tls.isPresent()) {
      return notAllowed(
          "no trusted TLS connection to %s: %s"
              .formatted(server.place(), said(tls.get().getMessage())));
    }
    return new Outcome(Outcome.Kind.UNREACHABLE, replied(failure), reached(failure, chain));
  }

  private static Outcome notAllowed(String said) {
    return new Outcome(Outcome.Kind.NOT_ALLOWED, OptionalInt.empty(), said);
  }

  private String reached(MessagingException failure, List<Throwable> chain) {
    for (Throwable cause : chain) {
      if (cause instanceof UnknownHostException) {
        return "the host %s is not known".formatted(server.host());
      }
      if (cause instanceof SocketTimeoutException) {
        return "%s did not answer within %d s"
            .formatted(server.place(), server.timeout().toSeconds());
      }
      if (cause instanceof ConnectException) {
        return "%s cannot be reached: %s".formatted(server.place(), said(cause.getMessage()));
      }
    }
    String what =
        failure instanceof MailConnectException ? "cannot be reached" : "ended the conversation";
    return "%s %s: %s".formatted(server.place(), what, said(failure.getMessage()));
  }

  /**
   * What it means that a message was not taken.
   *
   * @param handedOver whether all of it was sent
   */
  Outcome sending(MessagingException failure, boolean handedOver) {
    List<Throwable> chain = chain(failure);
    for (Throwable cause : chain) {
      if (cause instanceof SMTPAddressFailedException refused) {
        return replied(
            refused.getReturnCode(), String.valueOf(refused.getMessage()), Outcome.Kind.REFUSED);
      }
    }
    for (Throwable cause : chain) {
      if (cause instanceof SMTPSendFailedException refused && refused.getReturnCode() > 0) {
        boolean sender = String.valueOf(refused.getCommand()).startsWith("MAIL");
        return replied(
            refused.getReturnCode(),
            String.valueOf(refused.getMessage()),
            sender ? Outcome.Kind.NOT_ALLOWED : Outcome.Kind.REFUSED);
      }
    }
    if (handedOver) {
      return new Outcome(
          Outcome.Kind.UNKNOWN,
          OptionalInt.empty(),
          "%s took the whole mail and gave no answer: it may have arrived or not"
              .formatted(server.place()));
    }
    return new Outcome(Outcome.Kind.DEFERRED, OptionalInt.empty(), reached(failure, chain));
  }

  private Outcome replied(int code, String message, Outcome.Kind permanent) {
    return new Outcome(
        code >= 500 ? permanent : Outcome.Kind.DEFERRED, OptionalInt.of(code), said(message));
  }

  private static OptionalInt replied(MessagingException failure) {
    return code(String.valueOf(failure.getMessage()));
  }

  private static OptionalInt code(String message) {
    Matcher matcher = CODE.matcher(message);
    return matcher.find()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }

  private static List<Throwable> chain(MessagingException failure) {
    List<Throwable> chain = new ArrayList<>();
    collect(failure, chain);
    return chain;
  }

  /** Both what it was caused by and what it is chained with. */
  private static void collect(Throwable failure, List<Throwable> chain) {
    if (chain.contains(failure)) {
      return;
    }
    chain.add(failure);
    Stream.of(
            Optional.ofNullable(failure.getCause()),
            failure instanceof MessagingException messaging
                ? Optional.<Throwable>ofNullable(messaging.getNextException())
                : Optional.<Throwable>empty())
        .flatMap(Optional::stream)
        .forEach(next -> collect(next, chain));
  }

  /** On one line, cut, and without the password, should a server repeat it. */
  private String said(@org.jspecify.annotations.Nullable String message) {
    String text = String.valueOf(message).strip().replaceAll("\\s*[\\r\\n]+\\s*", "; ");
    if (server.login().isPresent()) {
      String password = server.login().get().password();
      text =
          WORD.matcher(text)
              .replaceAll(
                  word ->
                      word.group().contains(password) || decoded(word.group()).contains(password)
                          ? "…"
                          : Matcher.quoteReplacement(word.group()));
    }
    String visible = VisibleText.of(text);
    return visible.length() <= LONGEST ? visible : visible.substring(0, LONGEST) + "…";
  }

  /** What a word says in Base64, as logins are sent; empty when it is none. */
  private static String decoded(String word) {
    try {
      return new String(Base64.getDecoder().decode(word), StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException noBase64) {
      return "";
    }
  }
}
