package dev.poolkeeper.writers.table;

import static java.util.Locale.ROOT;

import dev.poolkeeper.writers.text.VisibleText;
import java.io.IOException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Writes a list of mappings with all fields. */
final class YamlList {

  private final YAMLMapper yaml;

  YamlList(YAMLMapper yaml) {
    this.yaml = yaml;
  }

  <T extends Record> void write(Listing<T> listing, Appendable out) throws IOException {
    if (listing.rows().isEmpty()) {
      out.append("[]\n");
      return;
    }
    for (T row : listing.rows()) {
      escape(yaml.writeValueAsString(new Record[] {row}), out);
    }
  }

  /**
   * Escapes what YAML counts as printable though nobody sees it, such as direction marks. Every
   * string is in double quotes, and outside of strings there is no such character.
   */
  private static void escape(String text, Appendable out) throws IOException {
    int done = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int codePoint = text.codePointAt(at);
      if (codePoint != '\n' && VisibleText.hidden(codePoint)) {
        out.append(text, done, at)
            .append(String.format(ROOT, codePoint > 0xFFFF ? "\\U%08x" : "\\u%04x", codePoint));
        done = at + Character.charCount(codePoint);
      }
    }
    out.append(text, done, text.length());
  }
}
