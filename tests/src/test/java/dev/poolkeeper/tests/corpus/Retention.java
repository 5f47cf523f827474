package dev.poolkeeper.tests.corpus;

import dev.poolkeeper.processors.judge.FactFinder;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.retention.check.NightRetention;
import dev.poolkeeper.processors.retention.check.RetentionNight;
import dev.poolkeeper.processors.retention.check.RetentionNight.Checked;
import dev.poolkeeper.processors.retention.policy.RetentionPolicies;
import java.util.List;

/** What the step retention finds on a night, without a policy of the configuration. */
final class Retention {

  private Retention() {}

  static NightRetention of(Night night) {
    RetentionNight retention =
        new RetentionNight(night, RetentionPolicies.NONE, new FactFinder(night)::of);
    List<Checked> all = retention.all();
    return new NightRetention(all.stream().map(Checked::dataset).toList(), retention.tasks());
  }
}
