package dev.poolkeeper.writers.alert;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.writers.text.VisibleText;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an alert is known by. All of it follows from the topic, which never changes while a matter
 * lives, so that its end finds the very alert; only the severity is beside it, since receivers
 * route by it: an alert of another severity is another alert, and the old one has to be ended.
 */
final class AlertLabels {

  static final String SEVERITY = "severity";

  private AlertLabels() {}

  /**
   * @param topic {@code PK102:nas1/datasets/tank/a}, {@code PK102@nas1}, {@code more}, {@code
   *     proposal:P-17}
   * @param more labels that all alerts have
   */
  static Map<String, String> of(String topic, String severity, Map<String, String> more) {
    Map<String, String> labels = new TreeMap<>(more);
    labels.put(SEVERITY, severity);
    labels.put("topic", VisibleText.of(topic));
    labels.put("service", "poolkeeper");
    String[] single = topic.split(":", 2);
    String[] group = topic.split("@", 2);
    Optional<FindingCode> ofOne = FindingCode.parse(single[0]).filter(c -> single.length == 2);
    Optional<FindingCode> ofMany = FindingCode.parse(group[0]).filter(c -> group.length == 2);
    if (ofOne.isPresent()) {
      code(labels, ofOne.get());
      subject(labels, Subject.parse(single[1]));
    } else if (ofMany.isPresent()) {
      code(labels, ofMany.get());
      labels.put("source", VisibleText.of(group[1]));
    } else if (single.length == 2) {
      labels.put("alertname", "poolkeeper-" + VisibleText.of(single[0]));
      labels.put(VisibleText.of(single[0]).replaceAll("[^a-z]", "_"), VisibleText.of(single[1]));
    } else {
      labels.put("alertname", "poolkeeper-more-findings");
    }
    return labels;
  }

  private static void code(Map<String, String> labels, FindingCode code) {
    labels.put("alertname", code.word());
    labels.put("code", code.code());
  }

  private static void subject(Map<String, String> labels, Subject subject) {
    labels.put("source", VisibleText.of(subject.source()));
    labels.put("subject", VisibleText.of(subject.toString()));
    String[] parts = subject.path().split("/", 3);
    Optional<ObjectKind> kind = ObjectKind.named(parts[0]);
    if (kind.filter(ObjectKind.NAMESPACE::equals).isPresent() && parts.length > 1) {
      labels.put("namespace", VisibleText.of(parts[1]));
    } else if (kind.filter(AlertLabels::inNamespace).isPresent() && parts.length == 3) {
      labels.put("namespace", VisibleText.of(parts[1]));
    } else if (kind.filter(ObjectKind.POOL::equals).isPresent() && parts.length > 1) {
      labels.put("pool", VisibleText.of(parts[1]));
    }
  }

  private static boolean inNamespace(ObjectKind kind) {
    return kind == ObjectKind.PERSISTENT_VOLUME_CLAIM
        || kind == ObjectKind.VOLUME_SNAPSHOT
        || kind == ObjectKind.POD
        || kind == ObjectKind.STATEFUL_SET;
  }
}
