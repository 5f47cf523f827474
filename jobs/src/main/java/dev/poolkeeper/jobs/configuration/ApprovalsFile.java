package dev.poolkeeper.jobs.configuration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Approvals that are kept in a file of their own, under version control for instance. */
public final class ApprovalsFile {

  /**
   * One of them.
   *
   * @param proposal as lists name it, {@code P-17}
   * @param hash of the plan, its first 12 digits at least
   */
  public record Given(String proposal, String hash, String by, String reason) {}

  private ApprovalsFile() {}

  /**
   * @throws InvalidConfiguration naming every problem
   */
  public static List<Given> read(Path file) {
    Values values = new Values(SettingsFile.load(file), Map.of());
    List<Given> given = new ArrayList<>();
    for (Values section : values.sections("approvals", "proposal: P-17")) {
      Optional<String> proposal = required(section, "proposal", "as lists name it, P-17");
      Optional<String> hash =
          required(section, "hash", "the plan's, its first 12 digits at least, in quotes");
      Optional<String> by = required(section, "by", "who approves it");
      Optional<String> reason = required(section, "reason", "why");
      if (proposal.isPresent() && hash.isPresent() && by.isPresent() && reason.isPresent()) {
        given.add(new Given(proposal.get(), hash.get(), by.get(), reason.get()));
      }
    }
    List<String> problems = values.problems(Set.of());
    if (!problems.isEmpty()) {
      throw new InvalidConfiguration(file.toString(), problems);
    }
    return List.copyOf(given);
  }

  private static Optional<String> required(Values section, String key, String expected) {
    Optional<String> value = section.text(key);
    if (value.isEmpty()) {
      section.missing(key, expected);
    }
    return value;
  }
}
