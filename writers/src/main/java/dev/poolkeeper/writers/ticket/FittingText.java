package dev.poolkeeper.writers.ticket;

import dev.poolkeeper.writers.notice.NoticeText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/** Cuts a text where a block or an item of a list ends, and says that it is cut. */
public final class FittingText {

  private FittingText() {}

  /**
   * The longest beginning that fits.
   *
   * @param size of a document in the markup that it will be written in
   * @param limit that the result stays within
   * @param whole where all of it can be read
   */
  public static Node of(NoticeText text, ToIntFunction<Node> size, int limit, String whole) {
    Node all = text.document();
    if (size.applyAsInt(all) <= limit) {
      return all;
    }
    int fits = 0;
    int tooMany = parts(all).size();
    while (fits + 1 < tooMany) {
      int half = (fits + tooMany) / 2;
      if (size.applyAsInt(first(text, half, whole)) <= limit) {
        fits = half;
      } else {
        tooMany = half;
      }
    }
    return first(text, fits, whole);
  }

  private static Node first(NoticeText text, int count, String whole) {
    Node document = text.document();
    List<Node> parts = parts(document);
    parts.subList(count, parts.size()).forEach(Node::unlink);
    for (Node block : children(document)) {
      if (block instanceof ListBlock && block.getFirstChild() == null) {
        block.unlink();
      }
    }
    Paragraph end = new Paragraph();
    end.appendChild(new Text("Cut here. The whole: " + whole));
    document.appendChild(end);
    return document;
  }

  /** What can be left out: blocks, and the items of lists. */
  private static List<Node> parts(Node document) {
    List<Node> parts = new ArrayList<>();
    for (Node block : children(document)) {
      if (block instanceof ListBlock) {
        parts.addAll(children(block));
      } else {
        parts.add(block);
      }
    }
    return parts;
  }

  /** What is directly below a node, in order. */
  public static List<Node> children(Node parent) {
    List<Node> children = new ArrayList<>();
    for (Node at = parent.getFirstChild(); at != null; at = at.getNext()) {
      children.add(at);
    }
    return children;
  }
}
