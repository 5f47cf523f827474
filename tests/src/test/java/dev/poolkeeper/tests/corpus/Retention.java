package dev.poolkeeper.tests.corpus;

import dev.poolkeeper.jobs.configuration.PolicyFile;
import dev.poolkeeper.processors.judge.FactFinder;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.retention.check.NightRetention;
import dev.poolkeeper.processors.retention.check.RetentionNight;
import dev.poolkeeper.processors.retention.check.RetentionNight.Checked;
import dev.poolkeeper.processors.retention.policy.RetentionPolicies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the step retention finds on a night; a scenario has its policies in retention.yaml. */
final class Retention {

  private Retention() {}

  /** The policies of a scenario; most have none. */
  static RetentionPolicies policies(Path folder) {
    Path file = folder.resolve("retention.yaml");
    return Files.exists(file) ? new PolicyFile(Map.of()).read(file) : RetentionPolicies.NONE;
  }

  static NightRetention of(Night night, RetentionPolicies policies) {
    RetentionNight retention = new RetentionNight(night, policies, new FactFinder(night)::of);
    List<Checked> all = retention.all();
    return new NightRetention(all.stream().map(Checked::dataset).toList(), retention.tasks());
  }
}
