package dev.poolkeeper.writers.proposal;

import dev.poolkeeper.processors.proposal.Proposal;
import dev.poolkeeper.processors.proposal.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Proposals as data: JSON, and variables for Ansible. */
public final class DataExport {

  private static final JsonMapper JSON = new JsonMapper();

  private DataExport() {}

  /** A list of the stages that the proposals are at, with every step and what it expects. */
  public static String json(List<Proposal> proposals) {
    return JSON.writerWithDefaultPrettyPrinter()
            .writeValueAsString(proposals.stream().map(DataExport::map).toList())
        + "\n";
  }

  private static Map<String, Object> map(Proposal proposal) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", proposal.name());
    map.put("state", proposal.state().word());
    map.put("code", proposal.plan().code().code());
    map.put("subject", proposal.plan().subject().toString());
    map.put("stage", proposal.stage().word());
    map.put("plan_hash", proposal.hash());
    map.put(
        "blocked_by", proposal.plan().blockers().stream().map(blocker -> blocker.words()).toList());
    map.put(
        "steps", proposal.plan().steps(proposal.stage()).stream().map(DataExport::map).toList());
    return map;
  }

  private static Map<String, Object> map(Step step) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("action", step.action().word());
    map.put("source", step.target().source());
    map.put("target", step.target().toString());
    map.put("reversible", step.action().reversible());
    map.put("expected", step.expected());
    return map;
  }

  /**
   * The same as {@code poolkeeper_proposals}. Every text is marked as unsafe, so that Ansible takes
   * none for a template.
   */
  public static String ansible(List<Proposal> proposals) {
    StringBuilder yaml = new StringBuilder("---\npoolkeeper_proposals:");
    if (proposals.isEmpty()) {
      return yaml.append(" []\n").toString();
    }
    yaml.append('\n');
    proposals.stream().map(DataExport::map).forEach(map -> item(yaml, map, 2));
    return yaml.toString();
  }

  private static void item(StringBuilder yaml, Map<?, ?> map, int indent) {
    String lead = " ".repeat(indent) + "- ";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      yaml.append(lead);
      value(yaml, entry, indent + 2);
      lead = " ".repeat(indent + 2);
    }
  }

  private static void value(StringBuilder yaml, Map.Entry<?, ?> entry, int indent) {
    yaml.append(entry.getKey()).append(':');
    if (entry.getValue() instanceof List<?> list) {
      yaml.append(list.isEmpty() ? " []\n" : "\n");
      for (Object one : list) {
        if (one instanceof Map<?, ?> map) {
          item(yaml, map, indent + 2);
        } else {
          yaml.append(" ".repeat(indent + 2)).append("- ").append(text(one)).append('\n');
        }
      }
    } else if (entry.getValue() instanceof Map<?, ?> map) {
      yaml.append(map.isEmpty() ? " {}\n" : "\n");
      for (Map.Entry<?, ?> fact : map.entrySet()) {
        yaml.append(" ".repeat(indent + 2));
        value(yaml, fact, indent + 2);
      }
    } else {
      yaml.append(' ').append(text(entry.getValue())).append('\n');
    }
  }

  /** JSON strings are YAML strings, too. */
  private static String text(Object value) {
    return value instanceof Boolean
        ? value.toString()
        : "!unsafe " + JSON.writeValueAsString(value);
  }
}
