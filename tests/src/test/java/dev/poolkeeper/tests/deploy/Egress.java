package dev.poolkeeper.tests.deploy;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What NetworkPolicies let a job's pods reach. */
final class Egress {

  private Egress() {}

  /** The ports of all policies that select the pods of a CronJob. */
  static SortedSet<Integer> ports(Manifests manifests, String job) {
    Map<String, String> labels =
        manifests.pods().stream()
            .filter(pod -> pod.owner().equals(job))
            .findFirst()
            .orElseThrow()
            .template()
            .getMetadata()
            .getLabels();
    SortedSet<Integer> ports = new TreeSet<>();
    manifests.all(NetworkPolicy.class).stream()
        .filter(policy -> selects(policy.getSpec().getPodSelector(), labels))
        .flatMap(policy -> policy.getSpec().getEgress().stream())
        .flatMap(rule -> rule.getPorts().stream())
        .forEach(port -> ports.add(port.getPort().getIntVal()));
    return ports;
  }

  private static boolean selects(LabelSelector selector, Map<String, String> labels) {
    boolean equal =
        selector.getMatchLabels() == null
            || labels.entrySet().containsAll(selector.getMatchLabels().entrySet());
    return equal
        && selector.getMatchExpressions().stream()
            .allMatch(
                one ->
                    one.getOperator().equals("In")
                        && one.getValues().contains(labels.get(one.getKey())));
  }
}
