package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.processors.finding.CodeGroup;
import dev.poolkeeper.processors.finding.ExceptionRule;
import dev.poolkeeper.processors.finding.FindingRules;
import dev.poolkeeper.processors.finding.Glob;
import dev.poolkeeper.processors.finding.MatchKey;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.finding.SeverityRule;
import dev.poolkeeper.processors.finding.SubjectMatch;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code poolkeeper.exceptions} and {@code poolkeeper.severities}. */
final class RuleSections {

  private static final String FIRST = "code: PK102";
  private static final String CODES = "codes such as PK102 or 2xx, with commas between them";

  private static final String SEVERITIES =
      "critical, warning or info; what is to be left alone is an exception, with its reason";

  private RuleSections() {}

  static FindingRules read(Values values) {
    return new FindingRules(
        values.sections("exceptions", FIRST).stream().flatMap(s -> exception(s).stream()).toList(),
        severities(values));
  }

  private static Optional<ExceptionRule> exception(Values section) {
    Optional<CodeGroup> codes = codes(section);
    SubjectMatch match = match(section);
    Optional<String> reason = section.text("reason");
    Optional<String> owner = section.text("owner");
    Optional<LocalDate> expires =
        section.optional(
            "expires", "the last day on which it holds, such as 2026-12-31", RuleSections::day);
    if (reason.isEmpty()) {
      section.missing("reason", "why these findings are left alone");
    }
    boolean answeredFor = owner.isPresent() && section.text("expires").isPresent();
    Optional<CodeGroup> allowed =
        allowed(section, codes, codes.flatMap(c -> ExceptionRule.objection(c, answeredFor)));
    return allowed.isEmpty() || reason.isEmpty() || (answeredFor && expires.isEmpty())
        ? Optional.empty()
        : Optional.of(new ExceptionRule(allowed.get(), match, reason.get(), owner, expires));
  }

  /** A list of sections with match, or just one severity by code. */
  private static List<SeverityRule> severities(Values values) {
    Values byCode = values.below("severities");
    List<String> codes = byCode.keys();
    if (codes.isEmpty()) {
      return values.sections("severities", FIRST).stream()
          .flatMap(s -> severity(s).stream())
          .toList();
    }
    return codes.stream().flatMap(code -> severity(byCode, code).stream()).toList();
  }

  private static Optional<SeverityRule> severity(Values section) {
    Optional<CodeGroup> codes = codes(section);
    Optional<CodeGroup> allowed = allowed(section, codes, codes.flatMap(SeverityRule::objection));
    SubjectMatch match = match(section);
    if (section.text("severity").isEmpty()) {
      section.missing("severity", SEVERITIES);
    }
    Optional<Severity> severity = severityAt(section, "severity");
    return allowed.flatMap(c -> severity.map(s -> new SeverityRule(c, match, s)));
  }

  private static Optional<SeverityRule> severity(Values section, String code) {
    Optional<CodeGroup> codes = CodeGroup.parse(List.of(code));
    Optional<Severity> severity = severityAt(section, code);
    if (codes.isEmpty()) {
      section.problem(
          code, section.text(code).orElse(""), "a code such as PK702 or 7xx as its key");
    }
    Optional<String> objection = codes.flatMap(SeverityRule::objection);
    objection.ifPresent(text -> section.problem(code, section.text(code).orElse(""), text));
    return codes
        .filter(c -> objection.isEmpty())
        .flatMap(c -> severity.map(s -> new SeverityRule(c, SubjectMatch.ALL, s)));
  }

  private static Optional<Severity> severityAt(Values section, String key) {
    return section.optional(
        key,
        SEVERITIES,
        text ->
            Arrays.stream(Severity.values())
                .filter(severity -> severity.word().equals(text))
                .findFirst());
  }

  private static Optional<CodeGroup> codes(Values section) {
    List<String> words = section.words("code");
    if (words.isEmpty()) {
      section.missing("code", CODES);
      return Optional.empty();
    }
    Optional<CodeGroup> codes = CodeGroup.parse(words);
    if (codes.isEmpty()) {
      section.problem("code", String.join(", ", words), CODES);
    }
    return codes;
  }

  private static Optional<CodeGroup> allowed(
      Values section, Optional<CodeGroup> codes, Optional<String> objection) {
    objection.ifPresent(
        text -> section.problem("code", codes.map(CodeGroup::toString).orElse(""), text));
    return codes.filter(c -> objection.isEmpty());
  }

  static SubjectMatch match(Values section) {
    Values below = section.below("match");
    Map<MatchKey, List<Glob>> patterns = new EnumMap<>(MatchKey.class);
    section
        .text("match")
        .ifPresent(
            text -> section.problem("match", text, "a section, as {dataset: \"tank/k8s/**\"}"));
    for (MatchKey key : MatchKey.values()) {
      List<Glob> globs = below.words(key.word()).stream().map(Glob::new).toList();
      if (!globs.isEmpty()) {
        patterns.put(key, globs);
      } else if (below.keys().contains(key.word())) {
        below.missing(key.word(), "a pattern such as tank/k8s/** or legacy-*");
      }
    }
    return new SubjectMatch(patterns);
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }
}
