package dev.poolkeeper.tests.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that answers as it is told, one conversation after the other. What it was not told
 * it accepts.
 */
final class ScriptedSmtp implements AutoCloseable {

  /** What it does with the end of a message. */
  enum End {
    ACCEPT,
    /** Takes all of it and ends the conversation without an answer. */
    DROP_AFTER_DATA,
    /**
     * Ends the conversation instead of asking for the message. Within the message it would be a
     * race: a sender whose system has taken all of it cannot tell such a break from one at the end.
     */
    DROP_BEFORE_DATA
  }

  /**
   * A message it has seen to its end.
   *
   * @param message one character per byte
   */
  record Taken(String recipient, String message) {
    byte[] bytes() {
      return message.getBytes(ISO_8859_1);
    }
  }

  private final ServerSocket server;
  private final Map<String, Deque<String>> replies = new ConcurrentHashMap<>();
  private final Deque<End> ends = new ArrayDeque<>();
  private final List<Taken> taken = Collections.synchronizedList(new ArrayList<>());
  private final List<String> commands = Collections.synchronizedList(new ArrayList<>());
  private final @Nullable SSLContext tls;
  private final String login;

  private ScriptedSmtp(@Nullable SSLContext tls, String login) {
    try {
      this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.tls = tls;
    this.login = login;
    Thread thread = new Thread(this::serve, "scripted-smtp");
    thread.setDaemon(true);
    thread.start();
  }

  /** One that offers no TLS and wants no login. */
  static ScriptedSmtp plain() {
    return new ScriptedSmtp(null, "");
  }

  /**
   * One that offers STARTTLS, and accepts a login after it only.
   *
   * @param login what AUTH PLAIN has to carry, in Base64
   */
  static ScriptedSmtp withTls(SSLContext tls, String login) {
    return new ScriptedSmtp(tls, login);
  }

  int port() {
    return server.getLocalPort();
  }

  /** The next answers to RCPT TO for this address; then it is accepted again. */
  ScriptedSmtp answers(String recipient, String... lines) {
    replies.computeIfAbsent(recipient, r -> new ArrayDeque<>()).addAll(List.of(lines));
    return this;
  }

  /** What becomes of the next messages; then they are accepted again. */
  ScriptedSmtp ends(End... next) {
    synchronized (ends) {
      ends.addAll(List.of(next));
    }
    return this;
  }

  List<Taken> taken() {
    return List.copyOf(taken);
  }

  /** For whom it took messages, in order. */
  List<String> recipients() {
    return taken().stream().map(Taken::recipient).toList();
  }

  List<String> commands() {
    return List.copyOf(commands);
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        new Conversation(socket).hold();
      } catch (IOException e) {
        // the other side hung up, or the test is over
      }
    }
  }

  private final class Conversation {

    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private String recipient = "";

    Conversation(Socket socket) throws IOException {
      this.socket = socket;
      this.in = socket.getInputStream();
      this.out = socket.getOutputStream();
    }

    void hold() throws IOException {
      say("220 scripted.example.com ESMTP");
      for (String line = line(); line != null; line = line()) {
        commands.add(line);
        String word = line.toUpperCase(Locale.ROOT).split("[ :]", 2)[0];
        switch (word) {
          case "EHLO", "HELO" -> greet();
          case "STARTTLS" -> secure();
          case "AUTH" -> say(line.endsWith(" " + login) ? "235 welcome" : "535 5.7.8 no " + line);
          case "RCPT" -> recipient(line);
          case "DATA" -> {
            if (!data()) {
              return;
            }
          }
          case "QUIT" -> {
            say("221 bye");
            return;
          }
          default -> say("250 ok");
        }
      }
    }

    private void greet() throws IOException {
      boolean secured = socket instanceof SSLSocket;
      List<String> offers = new ArrayList<>(List.of("scripted.example.com"));
      if (tls != null && !secured) {
        offers.add("STARTTLS");
      }
      if (tls != null && secured) {
        offers.add("AUTH PLAIN");
      }
      for (int i = 0; i < offers.size(); i++) {
        say("250" + (i + 1 < offers.size() ? "-" : " ") + offers.get(i));
      }
    }

    private void secure() throws IOException {
      if (tls == null) {
        say("502 no");
        return;
      }
      say("220 go on");
      SSLSocket secured =
          (SSLSocket) tls.getSocketFactory().createSocket(socket, "localhost", port(), true);
      secured.setUseClientMode(false);
      secured.startHandshake();
      socket = secured;
      in = secured.getInputStream();
      out = secured.getOutputStream();
    }

    private void recipient(String line) throws IOException {
      recipient = line.replaceFirst(".*<(.*)>.*", "$1");
      Deque<String> next = replies.getOrDefault(recipient, new ArrayDeque<>());
      String reply = next.poll();
      say(reply == null ? "250 ok" : reply);
    }

    /** Whether the conversation goes on. */
    private boolean data() throws IOException {
      End end;
      synchronized (ends) {
        End next = ends.poll();
        end = next == null ? End.ACCEPT : next;
      }
      if (end == End.DROP_BEFORE_DATA) {
        return false;
      }
      say("354 go on");
      ByteArrayOutputStream message = new ByteArrayOutputStream();
      for (String line = line(); line != null; line = line()) {
        if (line.equals(".")) {
          taken.add(new Taken(recipient, message.toString(ISO_8859_1)));
          if (end == End.DROP_AFTER_DATA) {
            return false;
          }
          say("250 2.0.0 queued");
          return true;
        }
        String text = line.startsWith("..") ? line.substring(1) : line;
        message.writeBytes((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      }
      return false;
    }

    private @Nullable String line() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b == '\n') {
          return line.toString(StandardCharsets.ISO_8859_1).replaceFirst("\r$", "");
        }
        line.write(b);
      }
      return null;
    }

    private void say(String line) throws IOException {
      out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
