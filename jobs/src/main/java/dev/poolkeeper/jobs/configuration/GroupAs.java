package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.processors.delivery.Grouping;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How {@code group-as} tells a group of findings. */
enum GroupAs {
  /** One ticket with all of them in it. */
  LIST,
  /** One ticket, and a sub-task of it for each. */
  SUBTASKS,
  /** One ticket, and another that is linked to it for each. */
  LINKS,
  /** One incident, and a child of it for each. */
  CHILDREN;

  /** Reads {@code group-by} and {@code group-as}; empty when findings stand alone. */
  static Optional<GroupAs> read(ChannelType type, Values section) {
    boolean byCode =
        section.parsed(
            "group-by",
            false,
            "none or code",
            text ->
                switch (text) {
                  case "none" -> Optional.of(false);
                  case "code" -> Optional.of(true);
                  default -> Optional.empty();
                });
    List<GroupAs> known = of(type);
    Optional<GroupAs> as =
        section.optional(
            "group-as",
            words(known) + " in a channel of type " + type.word(),
            text -> known.stream().filter(one -> one.word().equals(text)).findFirst());
    if (as.isPresent() && !byCode) {
      section.problem("group-as", as.get().word(), "group-by: code beside it, which makes groups");
    }
    return byCode ? as.or(() -> Optional.of(LIST)) : Optional.empty();
  }

  /** What it means for the matters of a night. */
  static Grouping grouping(Optional<GroupAs> as) {
    return as.map(known -> known == LIST ? Grouping.CODE : Grouping.NESTED).orElse(Grouping.NONE);
  }

  private static List<GroupAs> of(ChannelType type) {
    return switch (type) {
      case JIRA -> List.of(LIST, SUBTASKS, LINKS);
      case SERVICENOW -> List.of(LIST, CHILDREN);
      case WEBHOOK, SLACK, TEAMS, PAGERDUTY, ALERTMANAGER, PUSHGATEWAY -> List.of(LIST);
    };
  }

  /** As the configuration writes it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@code list, subtasks or links}. */
  private static String words(List<GroupAs> all) {
    return String.join(", ", all.stream().map(GroupAs::word).toList())
        .replaceFirst(", (\\w+)$", " or $1");
  }
}
