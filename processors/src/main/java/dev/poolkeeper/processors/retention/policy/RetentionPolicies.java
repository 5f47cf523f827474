package dev.poolkeeper.processors.retention.policy;

import dev.poolkeeper.processors.finding.SubjectFacts;
import java.util.List;
import java.util.Optional;

/** The policies of the configuration, in their order. */
public record RetentionPolicies(List<RetentionPolicy> policies) {

  /** Only the tasks of the appliances say what is kept. */
  public static final RetentionPolicies NONE = new RetentionPolicies(List.of());

  public RetentionPolicies {
    policies = List.copyOf(policies);
  }

  /** The first that is for the subject. */
  public Optional<RetentionPolicy> of(SubjectFacts facts) {
    return policies.stream().filter(policy -> policy.match().matches(facts)).findFirst();
  }
}
