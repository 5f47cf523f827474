package dev.poolkeeper.tests.channel.servicenow;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.poolkeeper.processors.delivery.Notice;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.writers.channel.Parcel;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.http.CallContext;
import dev.poolkeeper.writers.http.HttpPlace;
import dev.poolkeeper.writers.notice.NoticeTexts;
import dev.poolkeeper.writers.ticket.NoticeWords;
import dev.poolkeeper.writers.ticket.servicenow.ServiceNowChannel;
import dev.poolkeeper.writers.ticket.servicenow.ServiceNowLogin;
import dev.poolkeeper.writers.ticket.servicenow.ServiceNowSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stub, a channel to it, and what the engine remembers of a topic. */
final class ServiceNowLab implements AutoCloseable {

  final ServiceNowStub stub = new ServiceNowStub();
  final ServiceNowChannel channel;
  private final Map<String, String> references = new HashMap<>();
  private String last = "";

  ServiceNowLab() {
    this("incident", ServiceNowStub.PASSWORD, Map.of());
  }

  /** One that makes incidents of members children of their group's. */
  static ServiceNowLab ofGroups() {
    return new ServiceNowLab("incident", ServiceNowStub.PASSWORD, Map.of(), true);
  }

  ServiceNowLab(String table, String password, Map<String, String> people) {
    this(table, password, people, false);
  }

  private ServiceNowLab(
      String table, String password, Map<String, String> people, boolean children) {
    channel =
        new ServiceNowChannel(
            new HttpPlace(
                stub.http.url(), false, Optional.empty(), Optional.empty(), Duration.ofSeconds(20)),
            ServiceNowLogin.basic(ServiceNowStub.USER, password),
            new ServiceNowSettings(
                "",
                new ServiceNowSettings.Kind(
                    table,
                    Map.of("category", "storage"),
                    Map.of("state", "6", "close_code", "Resolved by caller")),
                new ServiceNowSettings.Kind(
                    "change_request", Map.of("type", "normal"), Map.of("state", "7")),
                Map.of(Severity.CRITICAL, "1", Severity.WARNING, "2"),
                Map.of(Severity.CRITICAL, "1", Severity.WARNING, "2"),
                List.of("6", "7", "8"),
                List.of("Not Solved (Too Costly)"),
                Duration.ofDays(14),
                Map.of("state", "2"),
                children,
                true,
                people),
            new NoticeTexts(Optional.empty()),
            CallContext.unobserved(clock()));
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return stub.now;
      }
    };
  }

  /** Hands a notice over once, and remembers the reference as the engine does. */
  Receipt send(Notice notice, int attempt) {
    Receipt receipt =
        channel.send(
            new Parcel(
                notice.key(),
                notice.topic(),
                new String(channel.make(notice), UTF_8),
                Optional.ofNullable(references.get(notice.topic())),
                attempt,
                NoticeWords.group(notice).map(references::get)));
    last = notice.topic();
    receipt.reference().ifPresent(reference -> references.put(last, reference));
    return receipt;
  }

  Receipt send(Notice notice) {
    return send(notice, 1);
  }

  /** Of what was told last. */
  String reference() {
    return Optional.ofNullable(references.get(last)).orElseThrow();
  }

  void forget() {
    references.clear();
  }

  @Override
  public void close() {
    channel.close();
    stub.close();
  }
}
