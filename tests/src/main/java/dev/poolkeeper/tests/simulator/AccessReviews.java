package dev.poolkeeper.tests.simulator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code SelfSubjectAccessReview}: what is forbidden by a fault is not allowed here either. */
final class AccessReviews {

  private final Faults faults;

  AccessReviews(Faults faults) {
    this.faults = faults;
  }

  /**
   * @param executor whether it is the one who may delete and create, too
   */
  KubernetesStatus review(String plural, String body, boolean executor) {
    if (plural.equals("selfsubjectrulesreviews")) {
      return rules(body);
    }
    if (plural.equals("selfsubjectreviews")) {
      return user(body, executor ? "executor" : "poolkeeper");
    }
    if (!plural.equals("selfsubjectaccessreviews")) {
      return KubernetesStatus.of(405, plural);
    }
    ObjectNode review = (ObjectNode) Trees.parse(body);
    JsonNode attributes = review.path("spec").path("resourceAttributes");
    String verb = Trees.text(attributes, "verb");
    String resource = Trees.text(attributes, "resource");
    boolean proxy = Trees.text(attributes, "subresource").equals("proxy");
    boolean changes = executor && (verb.equals("delete") || verb.equals("create"));
    boolean reads = changes || verb.equals("get") || verb.equals("list") || verb.equals("watch");
    String subject = proxy ? ClusterFolder.VOLUME_STATS : resource;
    review.putObject("status").put("allowed", reads && !faults.forbids(subject));
    return new KubernetesStatus(201, Chunks.of(review.toString()));
  }

  private static KubernetesStatus user(String body, String name) {
    ObjectNode review = (ObjectNode) Trees.parse(body);
    review.putObject("status").putObject("userInfo").put("username", name);
    return new KubernetesStatus(201, Chunks.of(review.toString()));
  }

  private static KubernetesStatus rules(String body) {
    ObjectNode review = (ObjectNode) Trees.parse(body);
    ObjectNode status = review.putObject("status").put("incomplete", false);
    ObjectNode rule = status.putArray("resourceRules").addObject();
    for (String field : new String[] {"apiGroups", "resources"}) {
      rule.putArray(field).add("*");
    }
    rule.putArray("verbs").add("get").add("list");
    status.putArray("nonResourceRules");
    return new KubernetesStatus(201, Chunks.of(review.toString()));
  }
}
