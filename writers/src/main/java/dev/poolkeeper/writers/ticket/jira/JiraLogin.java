package dev.poolkeeper.writers.ticket.jira;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.Base64;

/** Who poolkeeper is to a Jira. Shows nothing of it. */
public final class JiraLogin {

  private final String header;

  private JiraLogin(String header) {
    this.header = requireNonNull(header, "header");
  }

  /** An account of Jira Cloud and its API token. */
  public static JiraLogin basic(String user, String token) {
    return new JiraLogin(
        "Basic " + Base64.getEncoder().encodeToString((user + ":" + token).getBytes(UTF_8)));
  }

  /** A personal access token of Jira Data Center. */
  public static JiraLogin bearer(String token) {
    return new JiraLogin("Bearer " + token);
  }

  String header() {
    return header;
  }

  @Override
  public String toString() {
    return "JiraLogin[…]";
  }
}
