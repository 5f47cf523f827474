package dev.poolkeeper.writers.notice;

import org.commonmark.node.Node;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/** Markdown as text without markup, for fields that show no other. */
public final class PlainText {

  private PlainText() {}

  /** Paragraphs and lists keep their lines. */
  public static String of(Node document) {
    return TextContentRenderer.builder()
        .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
        .build()
        .render(document);
  }
}
