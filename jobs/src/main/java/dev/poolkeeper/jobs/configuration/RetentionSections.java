package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.processors.finding.Glob;
import dev.poolkeeper.processors.finding.SubjectMatch;
import dev.poolkeeper.processors.retention.Length;
import dev.poolkeeper.processors.retention.policy.Freshness;
import dev.poolkeeper.processors.retention.policy.KeepRules;
import dev.poolkeeper.processors.retention.policy.RetentionPolicies;
import dev.poolkeeper.processors.retention.policy.RetentionPolicy;
import dev.poolkeeper.processors.retention.policy.SanoidConf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code poolkeeper.retention}. */
final class RetentionSections {

  private static final String FRESHNESS =
      "a period with its warning and critical age, such as 1d 28h/32h; the first not above the"
          + " second";

  private static final Pattern BOUND =
      Pattern.compile("(\\S+)\\s+(\\d{1,6}[mhd])\\s*/\\s*(\\d{1,6}[mhd])");

  private RetentionSections() {}

  static RetentionPolicies read(Values values) {
    List<RetentionPolicy> policies = new ArrayList<>();
    int place = 0;
    for (Values section : values.sections("retention", "match: {dataset: \"tank/k8s/**\"}")) {
      Optional<String> sanoid = section.text("sanoid");
      if (sanoid.isPresent()) {
        policies.addAll(sanoid(section, sanoid.get()));
      } else {
        policy(section, "retention[%d]".formatted(place)).ifPresent(policies::add);
      }
      place++;
    }
    return new RetentionPolicies(policies);
  }

  /** What a sanoid.conf promises of the snapshots that sanoid names. */
  private static List<RetentionPolicy> sanoid(Values section, String file) {
    try {
      SanoidConf.Parsed parsed = SanoidConf.parse(Files.readString(Path.of(file)));
      parsed
          .problems()
          .forEach(
              problem ->
                  section.problem("sanoid", file, "a sanoid.conf without problems: " + problem));
      return parsed.policies().policies();
    } catch (IOException | InvalidPathException unread) {
      section.problem("sanoid", file, "a sanoid.conf that can be read (%s)".formatted(unread));
      return List.of();
    }
  }

  private static Optional<RetentionPolicy> policy(Values section, String place) {
    SubjectMatch match = RuleSections.match(section);
    List<Glob> names = section.words("names").stream().map(Glob::new).toList();
    String name = section.text("name").orElse(place);
    Freshness freshness = freshness(section);
    Optional<String> keep = section.text("keep");
    if (keep.isEmpty()) {
      section.missing("keep", "what is kept, such as 24x1h, 14x1d, 8x1w" + section.line("match"));
      return Optional.empty();
    }
    KeepRules.Parsed parsed = KeepRules.parse(keep.get());
    parsed
        .problems()
        .forEach(
            problem ->
                section.problem("keep", problem.seen(), problem.expected() + section.line("keep")));
    return parsed.problems().isEmpty()
        ? Optional.of(new RetentionPolicy(name, match, names, parsed.rules(), freshness))
        : Optional.empty();
  }

  private static Freshness freshness(Values section) {
    List<Freshness.Bound> bounds = new ArrayList<>();
    for (String word : section.words("freshness")) {
      Optional<Freshness.Bound> bound = bound(word);
      bound.ifPresent(bounds::add);
      if (bound.isEmpty()) {
        section.problem("freshness", word, FRESHNESS + section.line("freshness"));
      }
    }
    return new Freshness(bounds);
  }

  private static Optional<Freshness.Bound> bound(String word) {
    Matcher matcher = BOUND.matcher(word);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Duration warn = duration(matcher.group(2));
    Duration critical = duration(matcher.group(3));
    return warn.compareTo(critical) > 0
        ? Optional.empty()
        : Length.parse(matcher.group(1))
            .known()
            .map(period -> new Freshness.Bound(period, warn, critical));
  }

  private static Duration duration(String text) {
    long amount = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 'm' -> Duration.ofMinutes(amount);
      case 'h' -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }
}
