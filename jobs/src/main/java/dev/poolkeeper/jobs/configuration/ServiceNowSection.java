package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.readers.source.Secret;
import dev.poolkeeper.writers.http.HttpPlace;
import dev.poolkeeper.writers.ticket.servicenow.ServiceNowChannel;
import dev.poolkeeper.writers.ticket.servicenow.ServiceNowLogin;
import dev.poolkeeper.writers.ticket.servicenow.ServiceNowSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a channel of type {@code servicenow} has of its own. */
final class ServiceNowSection {

  /** Resolved, Closed and Canceled, as an instance has them when it is new. */
  private static final List<String> CLOSED = List.of("6", "7", "8");

  private static final Map<Severity, String> LEVELS =
      Map.of(Severity.CRITICAL, "1", Severity.WARNING, "2", Severity.INFO, "3");
  private static final Duration REOPEN_WITHIN = Duration.ofDays(14);

  private ServiceNowSection() {}

  /**
   * @param groups how groups are told; empty where there are none
   */
  static ChannelOpener read(Values section, SecretFiles secrets, Optional<GroupAs> groups) {
    HttpPlace place = new ChannelHttp(section, secrets).place("https://example.service-now.com");
    ServiceNowLogin login = login(section, secrets);
    ServiceNowSettings settings = settings(section, groups.equals(Optional.of(GroupAs.CHILDREN)));
    return (texts, context) -> new ServiceNowChannel(place, login, settings, texts, context);
  }

  private static ServiceNowLogin login(Values section, SecretFiles secrets) {
    Optional<String> user = section.text("user");
    Optional<Secret> password = secrets.secret(section, "password-file");
    Optional<Secret> token = secrets.secret(section, "token-file");
    boolean basic = user.isPresent() && password.isPresent();
    boolean half = user.isPresent() != password.isPresent();
    if (half || basic == token.isPresent()) {
      section.missing(
          "password-file", "either user and password-file, or token-file with an access token");
    }
    return token
        .map(secret -> ServiceNowLogin.bearer(secret.value()))
        .orElseGet(
            () -> ServiceNowLogin.basic(user.orElse(""), password.map(Secret::value).orElse("")));
  }

  private static ServiceNowSettings settings(Values section, boolean children) {
    Map<Severity, String> impacts = TicketKeys.bySeverity(section, "impact");
    Map<Severity, String> urgencies = TicketKeys.bySeverity(section, "urgency");
    List<String> closed = section.words("closed-states");
    return new ServiceNowSettings(
        section.text("instance").orElse(""),
        new ServiceNowSettings.Kind(
            table(section, "table", "incident"),
            TicketKeys.map(section, "fields"),
            TicketKeys.map(section, "recovery")),
        new ServiceNowSettings.Kind(
            table(section, "change-table", "change_request"),
            TicketKeys.map(section, "change-fields"),
            TicketKeys.map(section, "change-recovery")),
        impacts.isEmpty() ? LEVELS : impacts,
        urgencies.isEmpty() ? LEVELS : urgencies,
        closed.isEmpty() ? CLOSED : closed,
        section.words("wont-fix"),
        section.duration("reopen-within", REOPEN_WITHIN),
        TicketKeys.map(section, "reopen"),
        children,
        section.flag("approvals", false),
        TicketKeys.people(section));
  }

  private static String table(Values section, String key, String usual) {
    return section.parsed(
        key,
        usual,
        "the name of a table, such as " + usual,
        text -> Optional.of(text).filter(name -> name.matches("[a-z][a-z0-9_]{1,79}")));
  }
}
