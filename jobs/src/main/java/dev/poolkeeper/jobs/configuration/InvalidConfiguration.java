package dev.poolkeeper.jobs.configuration;

import java.util.List;

/** The configuration cannot be used; the message names every problem at once. */
public final class InvalidConfiguration extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String origin;
  private final List<String> problems;

  public InvalidConfiguration(String origin, List<String> problems) {
    super(
        "The configuration (%s) cannot be used:%n  - %s%nNothing was run. Next: mend these keys; see docs/configuration.md."
            .formatted(origin, String.join(System.lineSeparator() + "  - ", problems)));
    this.origin = origin;
    this.problems = List.copyOf(problems);
  }

  /** The file, or where else the values come from. */
  public String origin() {
    return origin;
  }

  /** One sentence each: key, value and what is expected. */
  public List<String> problems() {
    return problems;
  }
}
