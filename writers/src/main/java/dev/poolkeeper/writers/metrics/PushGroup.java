package dev.poolkeeper.writers.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * Path of a group of the Pushgateway: {@code /metrics/job/poolkeeper_nightly/cluster/prod-a}. No
 * instance and no pod: a run replaces what the last one said, wherever that ran. Source:
 * Pushgateway README, "URL" and "About the job and instance labels".
 */
final class PushGroup {

  private PushGroup() {}

  /**
   * @param job as runs are called
   * @param labels further labels of the group
   */
  static String path(String job, Map<String, String> labels) {
    StringBuilder path =
        new StringBuilder("/metrics").append(part("job", "poolkeeper_" + job.replace('-', '_')));
    new TreeMap<>(labels).forEach((name, value) -> path.append(part(name, value)));
    return path.toString();
  }

  /** A value with a slash in it, and an empty one, cannot stand in a path and is put in Base64. */
  private static String part(String name, String value) {
    if (value.isEmpty()) {
      return "/" + name + "@base64/=";
    }
    return value.contains("/")
        ? "/%s@base64/%s"
            .formatted(name, Base64.getUrlEncoder().encodeToString(value.getBytes(UTF_8)))
        : "/%s/%s".formatted(name, URLEncoder.encode(value, UTF_8).replace("+", "%20"));
  }
}
