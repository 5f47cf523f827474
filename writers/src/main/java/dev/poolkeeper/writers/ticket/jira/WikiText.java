package dev.poolkeeper.writers.ticket.jira;

import dev.poolkeeper.writers.ticket.FittingText;
import java.util.Locale;
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
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/**
 * Writes Markdown as Jira's wiki markup. Every character that means something there is escaped, so
 * that no name can become a macro, a mention or a picture. Source: Atlassian, "Text Formatting
 * Notation Help".
 */
final class WikiText {

  private static final String MARKUP = "{}[]*^~+!|#";
  private static final String AT_EDGES = "-_?";

  private final StringBuilder out = new StringBuilder();

  private WikiText() {}

  static String of(Node document) {
    WikiText text = new WikiText();
    FittingText.children(document).forEach(text::block);
    return text.out.toString().strip();
  }

  private void block(Node block) {
    if (block instanceof Heading heading) {
      out.append("h").append(heading.getLevel()).append(". ");
      inline(heading);
      out.append("\n\n");
    } else if (block instanceof ListBlock list) {
      list(list, list instanceof BulletList ? "*" : "#");
      out.append('\n');
    } else if (block instanceof FencedCodeBlock code) {
      code(code.getLiteral());
    } else if (block instanceof IndentedCodeBlock code) {
      code(code.getLiteral());
    } else if (block instanceof HtmlBlock html) {
      code(html.getLiteral());
    } else if (block instanceof ThematicBreak) {
      out.append("----\n\n");
    } else if (block instanceof BlockQuote) {
      out.append("{quote}\n");
      FittingText.children(block).forEach(this::block);
      out.append("{quote}\n\n");
    } else {
      inline(block);
      out.append("\n\n");
    }
  }

  private void list(ListBlock list, String bullet) {
    for (Node item : FittingText.children(list)) {
      out.append(bullet).append(' ');
      item(item, bullet);
    }
  }

  /** An item is one line; a further block in it goes on after a line break. */
  private void item(Node item, String bullet) {
    boolean first = true;
    boolean open = true;
    for (Node child : FittingText.children(item)) {
      if (child instanceof ListBlock nested) {
        end(open);
        list(nested, bullet + (nested instanceof BulletList ? "*" : "#"));
        open = false;
      } else {
        out.append(first ? "" : "\\\\ ");
        inlineOf(child);
        open = true;
      }
      first = false;
    }
    end(open);
  }

  private void end(boolean open) {
    if (open) {
      out.append('\n');
    }
  }

  private void inlineOf(Node block) {
    if (block instanceof FencedCodeBlock code) {
      monospaced(code.getLiteral().strip().replace('\n', ' '));
    } else {
      inline(block);
    }
  }

  private void code(String literal) {
    String text = literal.stripTrailing().replaceAll("(?i)\\{(noformat)", "{ $1");
    out.append("{noformat}\n").append(text).append("\n{noformat}\n\n");
  }

  private void inline(Node parent) {
    for (Node child : FittingText.children(parent)) {
      if (child instanceof Text text) {
        out.append(escaped(text.getLiteral()));
      } else if (child instanceof Code code) {
        monospaced(code.getLiteral());
      } else if (child instanceof HtmlInline html) {
        out.append(escaped(html.getLiteral()));
      } else if (child instanceof SoftLineBreak) {
        out.append(' ');
      } else if (child instanceof HardLineBreak) {
        out.append("\\\\ ");
      } else if (child instanceof StrongEmphasis) {
        around(child, "*");
      } else if (child instanceof Emphasis) {
        around(child, "_");
      } else if (child instanceof Link link) {
        link(link);
      } else if (child instanceof ListItem) {
        block(child);
      } else {
        inline(child);
      }
    }
  }

  private void around(Node child, String mark) {
    out.append(mark);
    inline(child);
    out.append(mark);
  }

  private void monospaced(String literal) {
    out.append("{{").append(escaped(literal)).append("}}");
  }

  private void link(Link link) {
    String url = link.getDestination();
    if (url.toLowerCase(Locale.ROOT).matches("https?://[^\\s\\]|{}]+")) {
      out.append('[');
      inline(link);
      out.append('|').append(url).append(']');
    } else {
      inline(link);
    }
  }

  /** A backslash cannot be escaped by another: two are a line break. */
  private static String escaped(String text) {
    StringBuilder made = new StringBuilder(text.length() + 16);
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        made.append("&#92;");
      } else {
        boolean edge = AT_EDGES.indexOf(c) >= 0 && !insideWord(text, at);
        made.append(edge || MARKUP.indexOf(c) >= 0 ? "\\" : "").append(c);
      }
    }
    return made.toString().replaceFirst("^(h[1-6]|bq)\\.", "$1&#46;");
  }

  private static boolean insideWord(String text, int at) {
    return at > 0
        && at + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && Character.isLetterOrDigit(text.charAt(at + 1));
  }
}
