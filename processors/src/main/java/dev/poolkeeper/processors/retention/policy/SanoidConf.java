package dev.poolkeeper.processors.retention.policy;

import dev.poolkeeper.processors.finding.Glob;
import dev.poolkeeper.processors.finding.MatchKey;
import dev.poolkeeper.processors.finding.SubjectMatch;
import dev.poolkeeper.processors.retention.Length;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads the policies of a sanoid.conf: for each section of a dataset how many hourlies, dailies,
 * weeklies, monthlies and yearlies of its {@code autosnap_} snapshots are kept.
 *
 * <p>A section's own values go before those of its templates, of several the last that says it.
 * What is named by a section of its own goes before what a recursive section covers, so longer
 * paths come first. Frequent snapshots and values that sanoid would take from its own defaults are
 * not read: a section that says nothing keeps nothing, and is a problem. Source: sanoid.conf and
 * sanoid.defaults.conf of sanoid 2.3.0, as documented.
 */
public final class SanoidConf {

  private static final Map<String, Length.Unit> PERIODS = periods();

  private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final List<RetentionPolicy> policies = new ArrayList<>();

  private SanoidConf() {}

  /** What was understood, and everything that was not, with its line. */
  public record Parsed(RetentionPolicies policies, List<String> problems) {}

  private static Map<String, Length.Unit> periods() {
    Map<String, Length.Unit> periods = new LinkedHashMap<>();
    periods.put("hourly", Length.Unit.HOUR);
    periods.put("daily", Length.Unit.DAY);
    periods.put("weekly", Length.Unit.WEEK);
    periods.put("monthly", Length.Unit.MONTH);
    periods.put("yearly", Length.Unit.YEAR);
    return Collections.unmodifiableMap(periods);
  }

  public static Parsed parse(String text) {
    SanoidConf conf = new SanoidConf();
    conf.read(text);
    conf.sections.keySet().stream()
        .filter(name -> !name.startsWith("template_"))
        .sorted((a, b) -> b.length() != a.length() ? b.length() - a.length() : a.compareTo(b))
        .forEach(conf::policy);
    return new Parsed(new RetentionPolicies(conf.policies), List.copyOf(conf.problems));
  }

  private void read(String text) {
    Optional<Map<String, String>> section = Optional.empty();
    int number = 0;
    for (String whole : text.split("\\R", -1)) {
      number++;
      String line = whole.replaceFirst("[#;].*", "").strip();
      if (line.startsWith("[") && line.endsWith("]")) {
        section =
            Optional.of(
                sections.computeIfAbsent(
                    line.substring(1, line.length() - 1), name -> new LinkedHashMap<>()));
      } else if (!line.isEmpty()) {
        int equals = line.indexOf('=');
        if (equals < 1 || section.isEmpty()) {
          problems.add(
              "line %d is '%s', expected [dataset], [template_…] or key = value in one of them"
                  .formatted(number, line));
        } else {
          section.get().put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
        }
      }
    }
  }

  private void policy(String dataset) {
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, String> own = sections.getOrDefault(dataset, Map.of());
    for (String template : own.getOrDefault("use_template", "").split(",", -1)) {
      if (template.isBlank()) {
        continue;
      }
      Map<String, String> known = sections.get("template_" + template.strip());
      if (known == null) {
        problems.add(
            "[%s] uses the template '%s', which is not there".formatted(dataset, template));
      } else {
        values.putAll(known);
      }
    }
    values.putAll(own);
    if (values.getOrDefault("autoprune", "yes").matches("no|0|false")) {
      return;
    }
    List<KeepRule> rules = new ArrayList<>();
    PERIODS.forEach((word, unit) -> rule(dataset, word, unit, values).ifPresent(rules::add));
    if (rules.isEmpty()) {
      problems.add("[%s] keeps nothing: no hourly to yearly above 0".formatted(dataset));
      return;
    }
    List<Glob> globs = new ArrayList<>(List.of(new Glob(dataset)));
    if (values.getOrDefault("recursive", "no").matches("yes|1|true|zfs")) {
      globs.add(new Glob(dataset + "/**"));
    }
    policies.add(
        new RetentionPolicy(
            "sanoid " + dataset,
            new SubjectMatch(Map.of(MatchKey.DATASET, globs)),
            List.of(new Glob("autosnap_*")),
            new KeepRules(rules, OptionalInt.empty(), Optional.empty()),
            Freshness.USUAL,
            RetentionPolicy.Origin.SANOID));
  }

  private Optional<KeepRule> rule(
      String dataset, String word, Length.Unit unit, Map<String, String> values) {
    String text = values.getOrDefault(word, "0");
    if (!text.matches("\\d{1,6}")) {
      problems.add("[%s] has %s = %s, expected a number".formatted(dataset, word, text));
      return Optional.empty();
    }
    int count = Integer.parseInt(text);
    return count == 0
        ? Optional.empty()
        : Optional.of(new KeepRule.Periods(count, new Length(1, unit)));
  }
}
