package dev.poolkeeper.writers.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A connection that knows whether a message was handed over completely. Up to then a lost
 * connection means that nothing was delivered; from then on that nobody knows (RFC 5321, 4.2.5 and
 * 6.1).
 */
final class WatchedTransport extends SMTPTransport {

  private boolean handedOver;

  WatchedTransport(Session session, URLName url) {
    super(session, url);
  }

  /** Forgets the message before. */
  void next() {
    handedOver = false;
  }

  /** Whether the end of the message was on its way. */
  boolean handedOver() {
    return handedOver;
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    handedOver = true;
    super.finishData();
  }
}
