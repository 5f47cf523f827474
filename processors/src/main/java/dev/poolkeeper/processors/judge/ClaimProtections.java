package dev.poolkeeper.processors.judge;

import dev.poolkeeper.processors.finding.SubjectFacts;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.protection.ClaimProtection;
import dev.poolkeeper.processors.protection.ProtectionFinder;
import dev.poolkeeper.processors.protection.ProtectionPolicy;
import java.util.List;
import java.util.function.Function;

/** How the claims of a night are protected, with all that rules may know of them. */
public final class ClaimProtections {

  private ClaimProtections() {}

  /** Sorted by claim. */
  public static List<ClaimProtection> of(Night night, ProtectionPolicy policy) {
    Function<Subject, SubjectFacts> facts =
        policy.rules().isEmpty() ? SubjectFacts::of : new FactFinder(night)::of;
    return ProtectionFinder.find(night, policy, facts);
  }
}
