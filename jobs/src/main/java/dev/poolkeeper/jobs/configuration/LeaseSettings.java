package dev.poolkeeper.jobs.configuration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * {@code poolkeeper.lease}: the Kubernetes Lease that a run holds while it reads or changes
 * clusters.
 *
 * @param namespace empty: that of the pod, or of the kubeconfig's context
 * @param duration for how long it is good after each renewal, whole seconds
 * @param kubeconfig the one file that KUBECONFIG names; empty: the pod's service account
 */
public record LeaseSettings(
    Optional<String> namespace, String name, Duration duration, Optional<Path> kubeconfig) {

  /** An API server that starts anew within it costs no run. */
  static final Duration DURATION = Duration.ofSeconds(60);

  private static final Duration SHORTEST = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final String NAME = "[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?";
  private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

  /** Empty unless the section is written or {@code lease.name} is given otherwise. */
  static Optional<LeaseSettings> read(Values values) {
    Values section = values.below("lease");
    Optional<String> name = name(section, "name", NAME);
    Optional<String> namespace = name(section, "namespace", LABEL);
    Duration duration =
        section.parsed(
            "duration",
            DURATION,
            "a duration from 15s to 10m",
            text ->
                Values.duration(text)
                    .filter(one -> one.compareTo(SHORTEST) >= 0 && one.compareTo(LONGEST) <= 0));
    if (name.isEmpty() && section.text("name").isEmpty() && section.written()) {
      section.missing("name", "what the Lease is called, such as poolkeeper");
    }
    return name.map(known -> new LeaseSettings(namespace, known, duration, kubeconfig(values)));
  }

  private static Optional<String> name(Values section, String key, String pattern) {
    return section.optional(
        key,
        "a name of Kubernetes: small letters, digits and '-'",
        text -> Optional.of(text).filter(one -> one.matches(pattern)));
  }

  /** A list of several is left to the client, which finds it by itself. */
  private static Optional<Path> kubeconfig(Values values) {
    return values
        .variable("KUBECONFIG")
        .filter(files -> !files.contains(java.io.File.pathSeparator))
        .map(Path::of);
  }
}
