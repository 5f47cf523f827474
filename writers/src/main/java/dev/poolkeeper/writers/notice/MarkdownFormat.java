package dev.poolkeeper.writers.notice;

import dev.poolkeeper.writers.text.MarkdownText;
import freemarker.core.CommonMarkupOutputFormat;
import java.io.IOException;
import java.io.Writer;

/**
 * Makes templates write values so that Markdown shows them as they are, as others do for HTML: a
 * name can become no markup, in templates of users too.
 */
final class MarkdownFormat extends CommonMarkupOutputFormat<MarkdownFragment> {

  static final MarkdownFormat INSTANCE = new MarkdownFormat();

  private MarkdownFormat() {}

  @Override
  public String getName() {
    return "Markdown";
  }

  @Override
  public String getMimeType() {
    return "text/markdown";
  }

  @Override
  public void output(String text, Writer out) throws IOException {
    out.write(MarkdownText.of(text));
  }

  @Override
  public String escapePlainText(String text) {
    return MarkdownText.of(text);
  }

  @Override
  public boolean isLegacyBuiltInBypassed(String builtIn) {
    return false;
  }

  @Override
  protected MarkdownFragment newTemplateMarkupOutputModel(String text, String markup) {
    return new MarkdownFragment(text, markup);
  }

  /** Markdown that stays as it is. */
  MarkdownFragment markup(String markdown) {
    return new MarkdownFragment(null, markdown);
  }
}
