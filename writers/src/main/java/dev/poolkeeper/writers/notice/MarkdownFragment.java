package dev.poolkeeper.writers.notice;

import freemarker.core.CommonTemplateMarkupOutputModel;

/** A piece of Markdown within a template: not to be escaped again. */
final class MarkdownFragment extends CommonTemplateMarkupOutputModel<MarkdownFragment> {

  /** FreeMarker's own: one of the two may be null, and is then made of the other. */
  MarkdownFragment(
      @org.jspecify.annotations.Nullable String text,
      @org.jspecify.annotations.Nullable String markup) {
    super(text, markup);
  }

  @Override
  public MarkdownFormat getOutputFormat() {
    return MarkdownFormat.INSTANCE;
  }
}
