package dev.poolkeeper.writers.mail;

import dev.poolkeeper.writers.http.Authorities;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.URLName;
import java.io.IOException;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Spring's mail sender, set up for one server, with connections that know how far they came. */
final class SmtpSender extends JavaMailSenderImpl {

  /**
   * @throws IOException when the file with authorities cannot be used
   */
  SmtpSender(MailServer server) throws IOException {
    setHost(server.host());
    setPort(server.port());
    setProtocol("smtp");
    server
        .login()
        .ifPresent(
            login -> {
              setUsername(login.user());
              setPassword(login.password());
            });
    setJavaMailProperties(properties(server));
  }

  private static Properties properties(MailServer server) throws IOException {
    Properties properties = new Properties();
    String millis = Long.toString(server.timeout().toMillis());
    properties.put("mail.smtp.connectiontimeout", millis);
    properties.put("mail.smtp.timeout", millis);
    properties.put("mail.smtp.writetimeout", millis);
    properties.put("mail.smtp.auth", Boolean.toString(server.login().isPresent()));
    properties.put("mail.smtp.quitwait", "false");
    server.helo().ifPresent(name -> properties.put("mail.smtp.localhost", name));
    boolean startTls = server.tls() == MailServer.Tls.STARTTLS;
    properties.put("mail.smtp.starttls.enable", Boolean.toString(startTls));
    properties.put("mail.smtp.starttls.required", Boolean.toString(startTls));
    properties.put(
        "mail.smtp.ssl.enable", Boolean.toString(server.tls() == MailServer.Tls.IMPLICIT));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
    if (server.authorities().isPresent()) {
      properties.put(
          "mail.smtp.ssl.socketFactory",
          Authorities.tls(server.authorities().get()).getSocketFactory());
    }
    return properties;
  }

  @Override
  protected Transport getTransport(Session session) {
    return new WatchedTransport(
        session, new URLName("smtp", getHost(), getPort(), null, getUsername(), null));
  }

  /** A connection that is logged in, and protected as it must be. */
  WatchedTransport open() throws MessagingException {
    return (WatchedTransport) connectTransport();
  }
}
