package dev.poolkeeper.writers.report;

import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;

/** Renders a page with its template. Every value is escaped; a missing one is an error. */
final class HtmlRenderer {

  private final Configuration templates;
  private final PageAssets assets;

  HtmlRenderer() {
    this.templates = configuration();
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

  private static Configuration configuration() {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setClassLoaderForTemplateLoading(
        HtmlRenderer.class.getClassLoader(), "report-templates");
    configuration.setDefaultEncoding("UTF-8");
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("computer");
    configuration.setLocalizedLookup(false);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    return configuration;
  }
}
