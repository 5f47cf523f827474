package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.readers.source.Secret;
import dev.poolkeeper.writers.http.HttpPlace;
import dev.poolkeeper.writers.ticket.jira.JiraChannel;
import dev.poolkeeper.writers.ticket.jira.JiraEdition;
import dev.poolkeeper.writers.ticket.jira.JiraLogin;
import dev.poolkeeper.writers.ticket.jira.JiraSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads what a channel of type {@code jira} has of its own. */
final class JiraSection {

  private static final String PROJECT = "[A-Z][A-Z0-9_]{0,39}";
  private static final List<String> WONT_FIX = List.of("Won't Do", "Won't Fix");
  private static final Duration REOPEN_WITHIN = Duration.ofDays(14);

  private final Values section;
  private final Optional<GroupAs> groups;

  private JiraSection(Values section, Optional<GroupAs> groups) {
    this.section = section;
    this.groups = groups;
  }

  /**
   * @param groups how groups are told; empty where there are none
   */
  static ChannelOpener read(Values section, SecretFiles secrets, Optional<GroupAs> groups) {
    HttpPlace place = new ChannelHttp(section, secrets).place("https://example.atlassian.net");
    if (section.text("edition").isEmpty()) {
      section.missing("edition", "cloud or data-center");
    }
    JiraEdition edition =
        section.parsed("edition", JiraEdition.CLOUD, "cloud or data-center", JiraEdition::named);
    JiraLogin login = login(section, secrets, edition);
    JiraSettings settings = new JiraSection(section, groups).settings(edition);
    return (texts, context) -> new JiraChannel(place, login, settings, texts, context);
  }

  private static JiraLogin login(Values section, SecretFiles secrets, JiraEdition edition) {
    Optional<String> user = section.text("user");
    Optional<Secret> token = secrets.secret(section, "token-file");
    if (token.isEmpty()) {
      section.missing(
          "token-file",
          edition == JiraEdition.CLOUD
              ? "a file with the API token of the account"
              : "a file with a personal access token");
    }
    if (edition == JiraEdition.CLOUD && user.isEmpty()) {
      section.missing("user", "the mail address of the account that the API token belongs to");
    }
    if (edition == JiraEdition.DATA_CENTER && user.isPresent()) {
      section.problem(
          "user", user.get(), "no user: a personal access token says whose it is, by itself");
    }
    String secret = token.map(Secret::value).orElse("");
    return edition == JiraEdition.CLOUD
        ? JiraLogin.basic(user.orElse(""), secret)
        : JiraLogin.bearer(secret);
  }

  private JiraSettings settings(JiraEdition edition) {
    if (section.text("project").isEmpty()) {
      section.missing("project", "the key of a project, such as OPS");
    }
    return new JiraSettings(
        edition,
        section.text("instance").orElse(""),
        section.parsed(
            "project",
            "",
            "the key of a project, such as OPS",
            text -> Optional.of(text).filter(key -> key.matches(PROJECT))),
        section.text("issue-type").orElse("Task"),
        labels(),
        TicketKeys.bySeverity(section, "priorities"),
        section.words("components"),
        TicketKeys.map(section, "fields"),
        section.optional(
            "parent",
            "the key of an epic, such as OPS-12",
            text -> Optional.of(text).filter(key -> key.matches(PROJECT + "-\\d+"))),
        members(),
        workflow(),
        new JiraSettings.Approval(
            section.text("approved-status"),
            section.text("rejected-status"),
            TicketKeys.people(section)));
  }

  private List<String> labels() {
    List<String> labels = section.words("labels");
    if (labels.stream().anyMatch(label -> label.matches(".*\\s.*"))) {
      section.problem(
          "labels", String.join(", ", labels), "labels without blanks, with commas between them");
    }
    return labels;
  }

  private Optional<JiraSettings.Members> members() {
    Optional<JiraSettings.Members> links =
        type("link-type", GroupAs.LINKS, "Relates")
            .map(type -> new JiraSettings.Members(JiraSettings.Tie.LINK, type));
    return type("subtask-type", GroupAs.SUBTASKS, "Sub-task")
        .map(type -> new JiraSettings.Members(JiraSettings.Tie.SUBTASK, type))
        .or(() -> links);
  }

  /** A name that only one way of telling groups has a use for. */
  private Optional<String> type(String key, GroupAs way, String usual) {
    Optional<String> name = section.text(key);
    if (groups.equals(Optional.of(way))) {
      return name.or(() -> Optional.of(usual));
    }
    name.ifPresent(
        text -> section.problem(key, text, "group-as: %s beside it".formatted(way.word())));
    return Optional.empty();
  }

  private JiraSettings.Workflow workflow() {
    List<String> wontFix = section.words("wont-fix");
    return new JiraSettings.Workflow(
        section.duration("reopen-within", REOPEN_WITHIN),
        section.text("reopen-transition").orElse("Reopen"),
        section.text("resolve-transition"),
        section.text("resolution"),
        wontFix.isEmpty() ? WONT_FIX : wontFix);
  }
}
