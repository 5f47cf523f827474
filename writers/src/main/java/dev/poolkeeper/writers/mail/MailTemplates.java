package dev.poolkeeper.writers.mail;

import dev.poolkeeper.writers.report.Templates;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Renders a mail in both of its forms. */
final class MailTemplates {

  private final Configuration templates = Templates.configuration();

  /** For clients that show pages: tables and styles in place, nothing loaded from anywhere. */
  String html(MailPage page) {
    return rendered("mail.ftlh", Map.of("page", page));
  }

  /** Complete on its own, in lines of 72 columns. */
  String text(MailPage page) {
    return rendered("mail.ftl", Map.of("page", page, "layout", new TextLayout()));
  }

  private String rendered(String template, Map<String, Object> model) {
    StringWriter out = new StringWriter();
    try {
      templates.getTemplate(template).process(model, out);
    } catch (TemplateException e) {
      throw new IllegalStateException(
          "The template %s does not fit its page".formatted(template), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
