package dev.poolkeeper.writers.mail;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The server that mails are handed to.
 *
 * @param authorities PEM file with the authorities to believe; empty: the public ones
 * @param login empty when the server wants none
 * @param helo the name to introduce ourselves with; empty: that of this machine
 * @param timeout longest wait for a connection, and for one answer
 */
public record MailServer(
    String host,
    int port,
    Tls tls,
    Optional<Path> authorities,
    Optional<Login> login,
    Optional<String> helo,
    Duration timeout) {

  /** How the connection is protected. */
  public enum Tls {
    /** It begins in clear text and must be switched to TLS before anything is said. */
    STARTTLS("starttls", 587),
    /** TLS from the first byte. */
    IMPLICIT("implicit", 465),
    /** Not at all. */
    NONE("none", 25);

    private final String word;
    private final int port;

    Tls(String word, int port) {
      this.word = word;
      this.port = port;
    }

    /** As the configuration writes it. */
    public String word() {
      return word;
    }

    /** Where servers usually listen for it. */
    public int usualPort() {
      return port;
    }
  }

  /** Who we are to the server. */
  public record Login(String user, String password) {

    public Login {
      requireNonNull(user, "user");
      requireNonNull(password, "password");
    }

    /** Without the password. */
    @Override
    public String toString() {
      return "Login[user=" + user + "]";
    }
  }

  public MailServer {
    requireNonNull(host, "host");
    requireNonNull(tls, "tls");
    requireNonNull(authorities, "authorities");
    requireNonNull(login, "login");
    requireNonNull(helo, "helo");
    requireNonNull(timeout, "timeout");
  }

  /** {@code smtp.example.com:587}. */
  public String place() {
    return host + ":" + port;
  }
}
