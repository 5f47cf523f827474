package dev.poolkeeper.processors.protection;

import java.util.regex.Pattern;

/**
 * Whether a snapshot's name is one that a periodic task with this strftime schema gives. Source:
 * zettarepl, names are parsed by {@code strptime}; the directives that TrueNAS allows.
 */
final class NamingSchema {

  private static final Pattern NOTHING = Pattern.compile("(?!)");

  private final Pattern names;

  NamingSchema(String schema) {
    this.names = schema.isEmpty() ? NOTHING : Pattern.compile(expression(schema));
  }

  boolean fits(String name) {
    return names.matcher(name).matches();
  }

  private static String expression(String schema) {
    StringBuilder expression = new StringBuilder();
    for (int at = 0; at < schema.length(); at++) {
      char character = schema.charAt(at);
      if (character == '%' && at + 1 < schema.length()) {
        at++;
        expression.append(directive(schema.charAt(at)));
      } else {
        expression.append(Pattern.quote(String.valueOf(character)));
      }
    }
    return expression.toString();
  }

  private static String directive(char letter) {
    return switch (letter) {
      case 'Y' -> "\\d{4}";
      case 'm', 'd', 'H', 'I', 'M', 'S', 'y', 'U', 'W' -> "\\d{2}";
      case 'j' -> "\\d{3}";
      case 's', 'f' -> "\\d+";
      case 'z' -> "[+-]\\d{4}";
      case 'a', 'b', 'p', 'A', 'B', 'Z' -> "\\p{L}+";
      case '%' -> "%";
      default -> "(?!)";
    };
  }
}
