package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.processors.delivery.RetryPolicy;
import dev.poolkeeper.processors.delivery.Route;
import dev.poolkeeper.processors.delivery.SendWhen;
import dev.poolkeeper.processors.finding.CodeGroup;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.finding.SubjectMatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code poolkeeper.channels}: tickets, chat, paging, alerts and metrics. */
final class ChannelSections {

  private static final int MAX_NEW = 20;
  private static final Set<String> JOBS = Set.of("nightly", "weekly-capacity");
  private static final Route USUAL =
      new Route(Optional.empty(), Severity.WARNING, SubjectMatch.ALL, 1);

  private final Values values;
  private final SecretFiles secrets;
  private final Set<String> names = new HashSet<>();

  private ChannelSections(Values values, SecretFiles secrets) {
    this.values = values;
    this.secrets = secrets;
  }

  static List<ChannelSettings> read(Values values, SecretFiles secrets) {
    ChannelSections sections = new ChannelSections(values, secrets);
    Optional<Path> templates = sections.templates();
    List<ChannelSettings> channels = new ArrayList<>();
    for (Values section : values.sections("channels", "name: tickets")) {
      sections.channel(section, templates).ifPresent(channels::add);
    }
    return channels;
  }

  private Optional<Path> templates() {
    Optional<Path> folder = values.path("templates");
    folder
        .filter(path -> !Files.isDirectory(path))
        .ifPresent(path -> values.problem("templates", path.toString(), "a folder"));
    return folder.filter(Files::isDirectory);
  }

  private Optional<ChannelSettings> channel(Values section, Optional<Path> templates) {
    String name = name(section);
    if (section.text("type").isEmpty()) {
      section.missing("type", "one of " + ChannelType.words());
    }
    Optional<ChannelType> type =
        section.optional("type", "one of " + ChannelType.words(), ChannelType::named);
    return type.map(known -> channel(name, known, section, templates));
  }

  private ChannelSettings channel(
      String name, ChannelType known, Values section, Optional<Path> templates) {
    Optional<GroupAs> groups = GroupAs.read(known, section);
    return new ChannelSettings(
        name,
        known,
        routes(known, section),
        GroupAs.grouping(groups),
        section.count("max-new", MAX_NEW, 1, 10_000),
        section.flag("proposals", false),
        quietHours(section),
        jobs(section),
        section.parsed(
            "when", SendWhen.ON_CHANGE, "always, on-change or on-problems", SendWhen::named),
        retry(known, section),
        reportUrl(section),
        templates,
        opener(known, section, groups));
  }

  /** Where a type's own keys are read. */
  private ChannelOpener opener(ChannelType type, Values section, Optional<GroupAs> groups) {
    return switch (type) {
      case JIRA -> JiraSection.read(section, secrets, groups);
      case SERVICENOW -> ServiceNowSection.read(section, secrets, groups);
      case WEBHOOK -> WebhookSection.read(section, secrets);
      case SLACK -> SlackSection.read(section, secrets);
      case TEAMS -> TeamsSection.read(section, secrets);
      case PAGERDUTY -> PagerDutySection.read(section, secrets);
      case ALERTMANAGER -> AlertmanagerSection.read(section, secrets);
      case PUSHGATEWAY -> PushgatewaySection.read(section, secrets);
    };
  }

  private String name(Values section) {
    if (section.text("name").isEmpty()) {
      section.missing("name", "a short name of its own, such as tickets");
    }
    String name =
        section.parsed(
            "name",
            "",
            "a short name of letters, digits, - and _",
            text -> Optional.of(text).filter(word -> word.matches("[A-Za-z0-9_-]{1,40}")));
    if (!name.isEmpty() && !names.add(name)) {
      section.problem("name", name, "a name that no other channel has");
    }
    return name;
  }

  private static List<Route> routes(ChannelType type, Values section) {
    List<Route> routes =
        section.sections("routes", "severity: warning").stream()
            .map(ChannelSections::route)
            .toList();
    if (!routes.isEmpty()) {
      return routes;
    }
    return type == ChannelType.PAGERDUTY ? PagerDutySection.USUAL : List.of(USUAL);
  }

  private static Route route(Values section) {
    List<String> words = section.words("code");
    Optional<CodeGroup> codes = CodeGroup.parse(words);
    if (!words.isEmpty() && codes.isEmpty()) {
      section.problem(
          "code", String.join(", ", words), "codes such as PK102 or 2xx, with commas between them");
    }
    return new Route(
        codes,
        section.parsed("severity", Severity.WARNING, "critical, warning or info", Severity::named),
        RuleSections.match(section),
        section.count("nights", 1, 1, 365));
  }

  private static List<QuietHours> quietHours(Values section) {
    List<String> words = section.words("quiet-hours");
    List<QuietHours> hours =
        words.stream().map(QuietHours::parse).flatMap(Optional::stream).toList();
    if (hours.size() < words.size()) {
      section.problem(
          "quiet-hours",
          String.join(", ", words),
          "times of the day such as 22:00-07:00, with commas between them");
    }
    return hours;
  }

  private static Set<String> jobs(Values section) {
    List<String> words = section.words("jobs");
    if (!JOBS.containsAll(words)) {
      section.problem("jobs", String.join(", ", words), "nightly, weekly-capacity, or both");
    }
    return words.isEmpty() ? JOBS : Set.copyOf(words);
  }

  private static RetryPolicy retry(ChannelType type, Values section) {
    return new RetryPolicy(
        section.duration("retry-wait", Duration.ofSeconds(5)),
        section.duration("retry-for", Duration.ofMinutes(2)),
        section.wait("give-up-after", Duration.ofDays(3)),
        section.parsed(
            "on-unknown",
            type.resendsUnknown(),
            "report or resend",
            text ->
                switch (text) {
                  case "report" -> Optional.of(false);
                  case "resend" -> Optional.of(true);
                  default -> Optional.empty();
                }));
  }

  private static Optional<String> reportUrl(Values section) {
    return section.optional(
        "report-url",
        "an https or http URL, with {date} and {job} where they belong",
        text ->
            Optional.of(text).filter(url -> url.matches("https?://[^\\s\"<>\\p{Cntrl}]{1,500}")));
  }
}
