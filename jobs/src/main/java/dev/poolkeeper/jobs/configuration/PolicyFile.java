package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.processors.retention.policy.RetentionPolicies;
import dev.poolkeeper.processors.retention.policy.SanoidConf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads policies from a file of their own: YAML as the configuration has them, or a sanoid.conf,
 * told by its name.
 */
public final class PolicyFile {

  private final Map<String, String> environment;

  public PolicyFile(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * @throws InvalidConfiguration naming every problem, when there is one, or no policy at all
   */
  public RetentionPolicies read(Path file) {
    if (String.valueOf(file.getFileName()).endsWith(".conf")) {
      return sanoid(file);
    }
    Values values = new Values(SettingsFile.load(file), environment);
    RetentionPolicies policies = RetentionSections.read(values);
    return checked(file, policies, values.problems(Set.of()));
  }

  private static RetentionPolicies sanoid(Path file) {
    try {
      SanoidConf.Parsed parsed = SanoidConf.parse(Files.readString(file));
      return checked(file, parsed.policies(), parsed.problems());
    } catch (IOException e) {
      throw new InvalidConfiguration(
          file.toString(), List.of("the file cannot be read (%s)".formatted(e)));
    }
  }

  private static RetentionPolicies checked(
      Path file, RetentionPolicies policies, List<String> problems) {
    if (!problems.isEmpty()) {
      throw new InvalidConfiguration(file.toString(), problems);
    }
    if (policies.policies().isEmpty()) {
      throw new InvalidConfiguration(
          file.toString(),
          List.of("it has no policy, expected poolkeeper.retention with one at least"));
    }
    return policies;
  }
}
