package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.readers.kubernetes.live.ClusterAccess;
import dev.poolkeeper.readers.truenas.live.NasAccess;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the lists of live systems: every name is used once, and no appliance is listed twice. */
final class LiveSections {

  /** A name is a folder of a recorded estate and the first part of every subject. */
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,62}";

  private final SecretFiles secrets;
  private final Map<String, String> names = new HashMap<>();
  private final Map<URI, String> urls = new HashMap<>();

  private final boolean executors;

  private LiveSections(SecretFiles secrets, boolean executors) {
    this.secrets = secrets;
    this.executors = executors;
  }

  /**
   * @param executors whether the keys of executors are opened
   */
  static LiveSettings read(Values values, SecretFiles secrets, boolean executors) {
    return new LiveSections(secrets, executors).read(values);
  }

  private LiveSettings read(Values values) {
    Map<String, ClusterAccess> clusterExecutors = new HashMap<>();
    Map<String, NasAccess> nasExecutors = new HashMap<>();
    List<ClusterAccess> clusters = new ArrayList<>();
    for (Values section : values.sections("clusters")) {
      ClusterAccess access = ClusterSection.read(section, name(section), secrets);
      clusters.add(access);
      executor(section)
          .cluster(access)
          .ifPresent(executor -> clusterExecutors.put(access.name(), executor));
    }
    List<NasSettings> nas = new ArrayList<>();
    for (Values section : values.sections("nas")) {
      NasSettings settings = NasSection.read(section, name(section), secrets);
      urlIsNew(section, settings.access().url());
      nas.add(settings);
      executor(section)
          .nas(settings.access(), section.path("api-key-file"))
          .ifPresent(executor -> nasExecutors.put(settings.name(), executor));
    }
    return new LiveSettings(clusters, nas, new ExecutorSettings(clusterExecutors, nasExecutors));
  }

  private ExecutorSection executor(Values section) {
    return new ExecutorSection(section, executors ? Optional.of(secrets) : Optional.empty());
  }

  private void urlIsNew(Values section, URI url) {
    String earlier = urls.putIfAbsent(url, section.key("url"));
    if (earlier != null && !url.equals(NasSection.NOWHERE)) {
      section.problem(
          "url", url.toString(), "a URL that poolkeeper.%s does not have".formatted(earlier));
    }
  }

  private String name(Values section) {
    String name = section.text("name").orElse("");
    if (name.isEmpty()) {
      section.missing("name", "what it is called in every finding, such as prod-a or nas1");
    } else if (!name.matches(NAME)) {
      section.problem(
          "name", name, "letters, digits, '.', '_' and '-' only, as it becomes a folder's name");
    } else {
      String earlier = names.putIfAbsent(name.toLowerCase(Locale.ROOT), section.key("name"));
      if (earlier != null) {
        section.problem("name", name, "a name that poolkeeper.%s does not have".formatted(earlier));
      }
    }
    return name;
  }
}
