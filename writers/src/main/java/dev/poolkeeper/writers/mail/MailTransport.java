package dev.poolkeeper.writers.mail;

import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.writers.http.ObservedCalls;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Hands mails to a server, one recipient at a time, so that each has an outcome of its own. Keeps
 * its connection as long as all goes well. Throws nothing: whatever happens is an outcome.
 */
public final class MailTransport implements AutoCloseable {

  private final MailServer server;
  private final SmtpFailure failures;
  private final ObservationRegistry observations;
  private @Nullable SmtpSender sender;
  private @Nullable WatchedTransport connection;

  public MailTransport(MailServer server) {
    this(server, ObservationRegistry.NOOP);
  }

  /**
   * @param observations who is told of every connection and every mail
   */
  public MailTransport(MailServer server, ObservationRegistry observations) {
    this.server = server;
    this.observations = observations;
    this.failures = new SmtpFailure(server);
  }

  /** Connects and logs in; says what is in the way, if something is. */
  public Optional<Outcome> connect() {
    if (connection != null && connection.isConnected()) {
      return Optional.empty();
    }
    close();
    Observation observed = observed("connect");
    return observed.observe(
        () -> {
          Optional<Outcome> failure = opened();
          failure.ifPresent(outcome -> ObservedCalls.failed(observed, outcome));
          return failure;
        });
  }

  private Observation observed(String what) {
    return ObservedCalls.smtp(observations, what, server.host(), server.port());
  }

  private Optional<Outcome> opened() {
    try {
      connection = sender().open();
      return Optional.empty();
    } catch (MessagingException e) {
      return Optional.of(failures.connecting(e));
    } catch (IOException e) {
      return Optional.of(
          new Outcome(
              Outcome.Kind.NOT_ALLOWED,
              OptionalInt.empty(),
              "the file %s cannot be used: %s"
                  .formatted(
                      server.authorities().map(Object::toString).orElse(""), e.getMessage())));
    }
  }

  /**
   * Hands one mail over. Call {@link #connect()} before.
   *
   * @param bytes as {@link WireFormat} wrote them
   */
  public Outcome send(byte[] bytes, String recipient) {
    WatchedTransport open = connection;
    if (open == null) {
      throw new IllegalStateException("not connected");
    }
    open.next();
    Observation observed = observed("send");
    return observed.observe(
        () -> {
          Outcome outcome = send(open, bytes, recipient);
          outcome
              .code()
              .ifPresent(
                  code ->
                      observed.lowCardinalityKeyValue(
                          "poolkeeper.smtp.reply_code", Integer.toString(code)));
          if (outcome.kind() != Outcome.Kind.DELIVERED) {
            ObservedCalls.failed(observed, outcome);
          }
          return outcome;
        });
  }

  private Outcome send(WatchedTransport open, byte[] bytes, String recipient) {
    try {
      MimeMessage message = new MimeMessage(sender().getSession(), new ByteArrayInputStream(bytes));
      open.sendMessage(message, new Address[] {new InternetAddress(recipient)});
      return new Outcome(
          Outcome.Kind.DELIVERED,
          OptionalInt.of(open.getLastReturnCode()),
          String.valueOf(open.getLastServerResponse()).strip());
    } catch (MessagingException e) {
      Outcome outcome = failures.sending(e, open.handedOver());
      // what the server thinks of this conversation is not known: the next mail gets a new one
      close();
      return outcome;
    } catch (IOException e) {
      close();
      return new Outcome(Outcome.Kind.NOT_ALLOWED, OptionalInt.empty(), String.valueOf(e));
    }
  }

  private SmtpSender sender() throws IOException {
    SmtpSender known = sender;
    if (known == null) {
      known = new SmtpSender(server);
      sender = known;
    }
    return known;
  }

  @Override
  public void close() {
    WatchedTransport open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (MessagingException e) {
        // nothing is lost: every mail has its outcome already
        return;
      }
    }
  }
}
