package dev.poolkeeper.writers.ticket.jira;

import dev.poolkeeper.writers.ticket.FittingText;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes Markdown as Atlassian Document Format, version 1. Text is text there: nothing in a name
 * can become markup, a mention or a macro. What the format does not allow where it stands, as a
 * heading in a list, becomes a paragraph. Source: Atlassian, "Atlassian Document Format", nodes and
 * marks.
 */
final class Adf {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Adf() {}

  static ObjectNode of(Node document) {
    ObjectNode doc = node("doc").put("version", 1);
    blocks(document, doc.putArray("content"), false);
    return doc;
  }

  private static void blocks(Node parent, ArrayNode into, boolean nested) {
    for (Node block : FittingText.children(parent)) {
      if (block instanceof Heading heading && !nested) {
        ObjectNode made = node("heading");
        made.putObject("attrs").put("level", heading.getLevel());
        inlines(heading, made, into);
      } else if (block instanceof ListBlock list) {
        list(list, into);
      } else if (block instanceof FencedCodeBlock code) {
        into.add(code(code.getLiteral()));
      } else if (block instanceof IndentedCodeBlock code) {
        into.add(code(code.getLiteral()));
      } else if (block instanceof HtmlBlock html) {
        into.add(code(html.getLiteral()));
      } else if (block instanceof ThematicBreak) {
        if (!nested) {
          into.add(node("rule"));
        }
      } else if (block instanceof BlockQuote && !nested) {
        ObjectNode quote = node("blockquote");
        blocks(block, quote.putArray("content"), true);
        into.add(quote);
      } else if (block instanceof Paragraph || block instanceof Heading) {
        inlines(block, node("paragraph"), into);
      } else {
        blocks(block, into, nested);
      }
    }
  }

  private static void inlines(Node parent, ObjectNode made, ArrayNode into) {
    inline(parent, List.of(), made.putArray("content"));
    into.add(made);
  }

  /** An item has to start with a paragraph. */
  private static void list(ListBlock list, ArrayNode into) {
    ObjectNode made = node(list instanceof BulletList ? "bulletList" : "orderedList");
    ArrayNode items = made.putArray("content");
    for (Node each : FittingText.children(list)) {
      ObjectNode item = node("listItem");
      ArrayNode content = item.putArray("content");
      blocks(each, content, true);
      if (content.isEmpty() || !content.get(0).path("type").stringValue("").equals("paragraph")) {
        ObjectNode empty = node("paragraph");
        empty.putArray("content");
        content.insert(0, empty);
      }
      items.add(item);
    }
    into.add(made);
  }

  private static ObjectNode code(String literal) {
    ObjectNode made = node("codeBlock");
    ArrayNode content = made.putArray("content");
    String text = literal.stripTrailing();
    if (!text.isEmpty()) {
      content.add(node("text").put("text", text));
    }
    return made;
  }

  private static void inline(Node parent, List<ObjectNode> marks, ArrayNode into) {
    for (Node child : FittingText.children(parent)) {
      if (child instanceof Text text) {
        text(text.getLiteral(), marks, into);
      } else if (child instanceof Code code) {
        text(code.getLiteral(), codeMarks(marks), into);
      } else if (child instanceof HtmlInline html) {
        text(html.getLiteral(), marks, into);
      } else if (child instanceof SoftLineBreak) {
        text(" ", marks, into);
      } else if (child instanceof HardLineBreak) {
        into.add(node("hardBreak"));
      } else if (child instanceof StrongEmphasis) {
        inline(child, and(marks, node("strong")), into);
      } else if (child instanceof Emphasis) {
        inline(child, and(marks, node("em")), into);
      } else if (child instanceof Link link && link.getDestination().matches("https?://.+")) {
        ObjectNode mark = node("link");
        mark.putObject("attrs").put("href", link.getDestination());
        inline(child, and(marks, mark), into);
      } else {
        inline(child, marks, into);
      }
    }
  }

  /** Code goes with links only. */
  private static List<ObjectNode> codeMarks(List<ObjectNode> marks) {
    List<ObjectNode> links =
        marks.stream().filter(mark -> mark.path("type").stringValue("").equals("link")).toList();
    return and(links, node("code"));
  }

  private static List<ObjectNode> and(List<ObjectNode> marks, ObjectNode more) {
    String type = more.path("type").stringValue("");
    if (marks.stream().anyMatch(mark -> mark.path("type").stringValue("").equals(type))) {
      return marks;
    }
    List<ObjectNode> all = new ArrayList<>(marks);
    all.add(more);
    return all;
  }

  private static void text(String literal, List<ObjectNode> marks, ArrayNode into) {
    if (literal.isEmpty()) {
      return;
    }
    ObjectNode made = node("text").put("text", literal);
    if (!marks.isEmpty()) {
      ArrayNode all = made.putArray("marks");
      marks.forEach(mark -> all.add(mark.deepCopy()));
    }
    into.add(made);
  }

  private static ObjectNode node(String type) {
    return JSON.objectNode().put("type", type);
  }
}
