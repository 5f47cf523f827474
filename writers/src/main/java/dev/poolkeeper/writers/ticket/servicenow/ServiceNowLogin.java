package dev.poolkeeper.writers.ticket.servicenow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.Base64;

/** Who poolkeeper is to a ServiceNow. Shows nothing of it. */
public final class ServiceNowLogin {

  private final String header;

  private ServiceNowLogin(String header) {
    this.header = requireNonNull(header, "header");
  }

  /** A user and a password. */
  public static ServiceNowLogin basic(String user, String password) {
    return new ServiceNowLogin(
        "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8)));
  }

  /** An OAuth access token. */
  public static ServiceNowLogin bearer(String token) {
    return new ServiceNowLogin("Bearer " + token);
  }

  String header() {
    return header;
  }

  @Override
  public String toString() {
    return "ServiceNowLogin[…]";
  }
}
