package dev.poolkeeper.tests.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A mail taken apart into every one of its parts. */
final class ReceivedMail {

  private final MimeMessage message;
  private final List<String> structure = new ArrayList<>();
  private final Map<String, byte[]> pictures = new TreeMap<>();
  private final Map<String, byte[]> files = new TreeMap<>();
  private String text = "";
  private String html = "";

  private ReceivedMail(MimeMessage message) {
    this.message = message;
  }

  static ReceivedMail of(byte[] bytes) {
    try {
      return of(
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  static ReceivedMail of(MimeMessage message) {
    ReceivedMail mail = new ReceivedMail(message);
    try {
      mail.take(message, "");
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return mail;
  }

  private void take(Part part, String path) throws MessagingException, IOException {
    String type = part.getContentType().replaceFirst(";[\\s\\S]*", "").strip();
    structure.add(path + type);
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart inner = parts.getBodyPart(i);
        take(inner, path + type + " > ");
      }
    } else if (Part.ATTACHMENT.equals(part.getDisposition())) {
      files.put(part.getFileName(), part.getInputStream().readAllBytes());
    } else if (type.equals("text/plain")) {
      text = String.valueOf(part.getContent()).replace("\r\n", "\n");
    } else if (type.equals("text/html")) {
      html = String.valueOf(part.getContent());
    } else {
      pictures.put(
          ((MimeBodyPart) part).getContentID().replaceAll("[<>]", ""),
          part.getInputStream().readAllBytes());
    }
  }

  String header(String name) {
    try {
      String[] values = message.getHeader(name);
      return values == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(values[0]));
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  List<String> structure() {
    return structure;
  }

  String text() {
    return text;
  }

  String html() {
    return html;
  }

  Map<String, byte[]> pictures() {
    return pictures;
  }

  /** The Content-IDs that the page shows pictures of. */
  Set<String> referenced() {
    return Pattern.compile("cid:([^\"'> ]+)")
        .matcher(html)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Map<String, byte[]> files() {
    return files;
  }
}
