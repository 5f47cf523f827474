package dev.poolkeeper.writers.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;

/**
 * Writes a letter as the bytes that a server is given: {@code mixed(alternative(text, related(html,
 * pictures)), files)}. Nothing but ASCII is in it, so that no server on the way has to change it.
 */
public final class WireFormat {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH);
  private static final String UTF_8 = "UTF-8";

  private final Session session = Session.getInstance(new Properties());

  public byte[] of(Letter letter) {
    try {
      MimeMessage message = new Identified(session, letter.messageId());
      heads(message, letter);
      message.setContent(mixed(letter));
      message.saveChanges();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      message.writeTo(bytes);
      return bytes.toByteArray();
    } catch (MessagingException e) {
      throw new IllegalStateException("A mail cannot be built", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void heads(MimeMessage message, Letter letter)
      throws MessagingException, UnsupportedEncodingException {
    message.setFrom(address(letter.from()));
    if (letter.replyTo().isPresent()) {
      message.setReplyTo(new InternetAddress[] {address(letter.replyTo().get())});
    }
    message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(letter.to()));
    message.setSubject(letter.subject(), UTF_8);
    message.setHeader("Date", DATE.format(letter.date()));
    if (!letter.references().isEmpty()) {
      message.setHeader("In-Reply-To", letter.references().get(letter.references().size() - 1));
      message.setHeader("References", String.join("\r\n ", letter.references()));
    }
    for (var header : letter.headers().entrySet()) {
      message.setHeader(header.getKey(), header.getValue());
    }
  }

  private static InternetAddress address(MailAddress address)
      throws UnsupportedEncodingException, MessagingException {
    return address.name().isEmpty()
        ? new InternetAddress(address.address())
        : new InternetAddress(address.address(), address.name(), UTF_8);
  }

  private static MimeMultipart mixed(Letter letter) throws MessagingException {
    MimeMultipart mixed = new MimeMultipart("mixed");
    mixed.addBodyPart(wrapped(alternative(letter)));
    for (Enclosure file : letter.files()) {
      MimeBodyPart part = enclosed(file);
      part.setDisposition(Part.ATTACHMENT);
      part.setHeader("Content-Disposition", "attachment; filename=\"%s\"".formatted(file.name()));
      mixed.addBodyPart(part);
    }
    return mixed;
  }

  private static MimeMultipart alternative(Letter letter) throws MessagingException {
    MimeMultipart alternative = new MimeMultipart("alternative");
    alternative.addBodyPart(written(letter.text(), "plain"));
    MimeMultipart related = new MimeMultipart("related");
    related.addBodyPart(written(letter.html(), "html"));
    for (Enclosure picture : letter.pictures()) {
      MimeBodyPart part = enclosed(picture);
      part.setContentID("<" + picture.name() + ">");
      part.setDisposition(Part.INLINE);
      related.addBodyPart(part);
    }
    alternative.addBodyPart(wrapped(related));
    return alternative;
  }

  private static MimeBodyPart wrapped(MimeMultipart parts) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setContent(parts);
    return part;
  }

  private static MimeBodyPart written(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF_8, subtype);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  private static MimeBodyPart enclosed(Enclosure enclosure) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(
        new DataHandler(new ByteArrayDataSource(enclosure.bytes(), enclosure.type())));
    part.setHeader("Content-Type", enclosure.type());
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  /** Saving a message would give it another id than ours. */
  private static final class Identified extends MimeMessage {

    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
