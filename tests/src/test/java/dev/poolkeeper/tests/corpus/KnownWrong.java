package dev.poolkeeper.tests.corpus;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Scenarios of which something else is said than should be: {@code known-wrong.txt}, one a line
 * with the reason after a colon. One that comes right passes; take it off the list then.
 */
final class KnownWrong {

  private KnownWrong() {}

  static Set<String> names() {
    return Scenario.read(Scenario.corpus().resolve("known-wrong.txt"))
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.substring(0, line.indexOf(':')))
        .collect(Collectors.toSet());
  }
}
