package dev.poolkeeper.tests.channel.jira;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.poolkeeper.processors.delivery.Notice;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.writers.channel.NoticeChannel;
import dev.poolkeeper.writers.channel.Parcel;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.http.CallContext;
import dev.poolkeeper.writers.http.HttpPlace;
import dev.poolkeeper.writers.notice.NoticeTexts;
import dev.poolkeeper.writers.ticket.NoticeWords;
import dev.poolkeeper.writers.ticket.jira.JiraChannel;
import dev.poolkeeper.writers.ticket.jira.JiraEdition;
import dev.poolkeeper.writers.ticket.jira.JiraLogin;
import dev.poolkeeper.writers.ticket.jira.JiraSettings;
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
final class JiraLab implements AutoCloseable {

  final JiraStub stub;
  final JiraChannel channel;
  private final Map<String, String> references = new HashMap<>();

  JiraLab(boolean cloud) {
    this(cloud, "OPS", JiraStub.TOKEN, Map.of());
  }

  JiraLab(boolean cloud, JiraSettings.Members members) {
    this(cloud, "OPS", JiraStub.TOKEN, Map.of(), Optional.of(members));
  }

  JiraLab(boolean cloud, String project, String token, Map<String, String> people) {
    this(cloud, project, token, people, Optional.empty());
  }

  private JiraLab(
      boolean cloud,
      String project,
      String token,
      Map<String, String> people,
      Optional<JiraSettings.Members> members) {
    stub = new JiraStub(cloud);
    channel =
        new JiraChannel(
            new HttpPlace(
                stub.http.url(), false, Optional.empty(), Optional.empty(), Duration.ofSeconds(20)),
            cloud ? JiraLogin.basic(JiraStub.USER, token) : JiraLogin.bearer(token),
            settings(cloud, project, people, members),
            new NoticeTexts(Optional.empty()),
            CallContext.unobserved(clock()));
  }

  private static JiraSettings settings(
      boolean cloud,
      String project,
      Map<String, String> people,
      Optional<JiraSettings.Members> members) {
    return new JiraSettings(
        cloud ? JiraEdition.CLOUD : JiraEdition.DATA_CENTER,
        "",
        project,
        "Task",
        List.of("storage"),
        Map.of(Severity.CRITICAL, "Highest", Severity.WARNING, "High"),
        List.of(),
        Map.of("customfield_10010", "storage team"),
        Optional.empty(),
        members,
        new JiraSettings.Workflow(
            Duration.ofDays(14),
            "Reopen",
            Optional.of("Done"),
            Optional.empty(),
            List.of("Won't Do", "Won't Fix")),
        new JiraSettings.Approval(Optional.of("Approved"), Optional.of("Rejected"), people));
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
        return stub.world.now;
      }
    };
  }

  /** The channel for an engine that closes it after every night; it can be used on. */
  NoticeChannel channel() {
    return channel;
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
    receipt.reference().ifPresent(reference -> references.put(notice.topic(), reference));
    return receipt;
  }

  Receipt send(Notice notice) {
    return send(notice, 1);
  }

  /** As after a restore of the ledger. */
  void forget() {
    references.clear();
  }

  JiraIssue issue(String key) {
    return stub.world.issue(key).orElseThrow();
  }

  @Override
  public void close() {
    channel.close();
    stub.close();
  }
}
