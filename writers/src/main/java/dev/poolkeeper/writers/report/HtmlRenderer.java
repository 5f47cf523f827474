package dev.poolkeeper.writers.report;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/** Renders a page with its template. Every value is escaped; a missing one is an error. */
final class HtmlRenderer {

  private final Configuration templates;
  private final PageAssets assets;

  HtmlRenderer() {
    this.templates = Templates.configuration();
    this.assets = PageAssets.load();
  }

  void render(NightlyPage page, Writer out) throws IOException {
    render("nightly.ftlh", page, out);
  }

  void render(WeeklyPage page, Writer out) throws IOException {
    render("weekly-capacity.ftlh", page, out);
  }

  private void render(String template, Record page, Writer out) throws IOException {
    try {
      templates.getTemplate(template).process(Map.of("page", page, "assets", assets), out);
    } catch (TemplateException e) {
      throw new IllegalStateException(
          "The template %s does not fit its page".formatted(template), e);
    }
  }
}
