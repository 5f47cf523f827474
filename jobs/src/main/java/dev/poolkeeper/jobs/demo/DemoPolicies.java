package dev.poolkeeper.jobs.demo;

import dev.poolkeeper.processors.finding.Glob;
import dev.poolkeeper.processors.finding.MatchKey;
import dev.poolkeeper.processors.finding.SubjectMatch;
import dev.poolkeeper.processors.retention.policy.Freshness;
import dev.poolkeeper.processors.retention.policy.KeepRules;
import dev.poolkeeper.processors.retention.policy.RetentionPolicies;
import dev.poolkeeper.processors.retention.policy.RetentionPolicy;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the people of the bundled estate promise of snapshots that no TrueNAS task makes. Policies
 * of a configuration go before.
 */
public final class DemoPolicies {

  /** As a configuration would have them under {@code poolkeeper.retention}. */
  public static final RetentionPolicies ALL =
      new RetentionPolicies(
          List.of(
              policy("recordings by sanoid", "tank/media/recordings", "autosnap_*", "7x1d"),
              policy(
                  "camera imports",
                  "tank/media/camera imports",
                  "import-*",
                  "named import-*, at most 7")));

  private DemoPolicies() {}

  /** Those of a configuration, then the demo's. */
  public static RetentionPolicies after(RetentionPolicies configured) {
    return new RetentionPolicies(
        Stream.concat(configured.policies().stream(), ALL.policies().stream()).toList());
  }

  private static RetentionPolicy policy(String name, String dataset, String names, String keep) {
    return new RetentionPolicy(
        name,
        new SubjectMatch(
            Map.of(
                MatchKey.NAS, List.of(new Glob("nas1")),
                MatchKey.DATASET, List.of(new Glob(dataset)))),
        List.of(new Glob(names)),
        KeepRules.parse(keep).rules(),
        Freshness.USUAL);
  }
}
