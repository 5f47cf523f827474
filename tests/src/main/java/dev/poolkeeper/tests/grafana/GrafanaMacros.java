package dev.poolkeeper.tests.grafana;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What Grafana makes of a query before PostgreSQL sees it. Source: Grafana documentation,
 * "PostgreSQL query editor, Macros" and "Variable syntax, Advanced variable format options".
 *
 * @param from begin of the time range
 * @param to its end
 */
public record GrafanaMacros(Instant from, Instant to) {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::(\\w+))?}");
  private static final Pattern MACRO = Pattern.compile("\\$__(\\w+)\\(([^)]*)\\)");
  private static final Map<String, Integer> SECONDS =
      Map.of("s", 1, "m", 60, "h", 3600, "d", 86_400, "w", 604_800);

  /**
   * @param values of every variable of the dashboard: the texts as they are to be put in
   * @throws IllegalArgumentException when Grafana would not know something in the query
   */
  public String expand(String sql, Map<String, String> values) {
    String named =
        VARIABLE.matcher(sql).replaceAll(found -> Matcher.quoteReplacement(value(found, values)));
    String timed = named.replace("$__interval", "1d");
    String full = MACRO.matcher(timed).replaceAll(found -> Matcher.quoteReplacement(macro(found)));
    if (full.contains("$_") || full.contains("${")) {
      throw new IllegalArgumentException("Grafana would leave this as it is: " + full);
    }
    return full;
  }

  private static String value(MatchResult found, Map<String, String> values) {
    if (!"sqlstring".equals(found.group(2))) {
      throw new IllegalArgumentException(found.group() + " is not quoted for SQL: use :sqlstring");
    }
    String value = values.get(found.group(1));
    if (value == null) {
      throw new IllegalArgumentException("no variable " + found.group(1) + " on this dashboard");
    }
    return value;
  }

  /** Values in the format {@code sqlstring}. */
  public static String sqlStrings(List<String> values) {
    return values.stream()
        .map(value -> "'" + value.replace("'", "''") + "'")
        .collect(Collectors.joining(","));
  }

  private String macro(MatchResult found) {
    List<String> arguments =
        Pattern.compile(",").splitAsStream(found.group(2)).map(String::strip).toList();
    String first = arguments.get(0);
    return switch (found.group(1)) {
      case "time" -> first + " AS \"time\"";
      case "timeFilter" -> "%s BETWEEN '%s' AND '%s'".formatted(first, from, to);
      case "timeFrom" -> "'%s'".formatted(from);
      case "timeTo" -> "'%s'".formatted(to);
      case "timeGroup" -> group(arguments);
      case "timeGroupAlias" -> group(arguments) + " AS \"time\"";
      default -> throw new IllegalArgumentException("no macro " + found.group());
    };
  }

  private static String group(List<String> arguments) {
    Matcher width = Pattern.compile("'?(\\d+)([smhdw])'?").matcher(arguments.get(1));
    if (!width.matches()) {
      throw new IllegalArgumentException("no interval: " + arguments.get(1));
    }
    int seconds = Integer.parseInt(width.group(1)) * SECONDS.getOrDefault(width.group(2), 0);
    return "floor(extract(epoch from %s)/%d)*%d".formatted(arguments.get(0), seconds, seconds);
  }
}
