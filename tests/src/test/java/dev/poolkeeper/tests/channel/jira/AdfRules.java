package dev.poolkeeper.tests.channel.jira;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What Jira Cloud takes as a document. Source: the JSON schema of Atlassian Document Format, as far
 * as these nodes go.
 */
final class AdfRules {

  private static final Set<String> TEXTS = Set.of("text", "hardBreak");
  private static final Set<String> BLOCKS =
      Set.of(
          "paragraph", "heading", "bulletList", "orderedList", "codeBlock", "blockquote", "rule");
  private static final Map<String, Set<String>> CHILDREN =
      Map.of(
          "doc", BLOCKS,
          "paragraph", TEXTS,
          "heading", TEXTS,
          "bulletList", Set.of("listItem"),
          "orderedList", Set.of("listItem"),
          "listItem", Set.of("paragraph", "bulletList", "orderedList", "codeBlock"),
          "blockquote", Set.of("paragraph", "bulletList", "orderedList", "codeBlock"),
          "codeBlock", Set.of("text"));
  private static final Set<String> MARKS = Set.of("strong", "em", "code", "link");

  private AdfRules() {}

  /** What is wrong with it; empty when nothing is. */
  static List<String> violations(JsonNode document) {
    List<String> wrong = new ArrayList<>();
    if (!document.path("type").stringValue("").equals("doc")
        || document.path("version").intValue(0) != 1) {
      wrong.add("no document of version 1");
    }
    walk(document, wrong);
    return wrong;
  }

  private static void walk(JsonNode node, List<String> wrong) {
    String type = node.path("type").stringValue("");
    for (JsonNode child : node.path("content")) {
      String name = child.path("type").stringValue("");
      if (!CHILDREN.getOrDefault(type, Set.of()).contains(name)) {
        wrong.add("%s in %s".formatted(name, type));
      }
      if (name.equals("text")) {
        text(child, type, wrong);
      }
      walk(child, wrong);
    }
    boolean list = type.endsWith("List") || type.equals("listItem");
    if (list && node.path("content").isEmpty()) {
      wrong.add("empty " + type);
    }
    if (type.equals("listItem")
        && !node.path("content").path(0).path("type").stringValue("").equals("paragraph")) {
      wrong.add("an item that starts with no paragraph");
    }
  }

  private static void text(JsonNode text, String parent, List<String> wrong) {
    if (text.path("text").stringValue("").isEmpty()) {
      wrong.add("empty text");
    }
    List<String> marks =
        text.path("marks").valueStream().map(mark -> mark.path("type").stringValue("")).toList();
    if (!MARKS.containsAll(marks) || (parent.equals("codeBlock") && !marks.isEmpty())) {
      wrong.add("marks %s in %s".formatted(marks, parent));
    }
    if (marks.contains("code") && !Set.of("code", "link").containsAll(marks)) {
      wrong.add("code with " + marks);
    }
  }
}
