package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.Verdict;
import java.util.List;

/** Says where a claim may lead to data that is not its own: codes 8xx. */
public final class WrongData {

  private WrongData() {}

  public static List<Verdict> find(Night night) {
    List<Rule> rules =
        List.of(
            new ExtentPointsElsewhere(night),
            new TargetShared(night),
            new ShareExportsParent(night));
    return rules.stream().flatMap(Rule::judge).toList();
  }
}
