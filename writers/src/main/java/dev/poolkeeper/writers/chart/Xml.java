package dev.poolkeeper.writers.chart;

import dev.poolkeeper.writers.text.VisibleText;

/** Makes any text harmless inside an element or an attribute. */
final class Xml {

  private Xml() {}

  static String text(String any) {
    return VisibleText.of(any)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
