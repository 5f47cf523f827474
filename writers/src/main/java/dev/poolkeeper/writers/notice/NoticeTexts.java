package dev.poolkeeper.writers.notice;

import dev.poolkeeper.processors.delivery.Notice;
import dev.poolkeeper.writers.report.Templates;
import dev.poolkeeper.writers.text.VisibleText;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Renders notices by the template {@value #NAME}: the one that comes with poolkeeper, or one of the
 * same name in a folder of the user's. Values are escaped whoever wrote the template.
 */
public final class NoticeTexts {

  /** Of the template; the model is {@link NoticePage} as {@code page}, and {@code md}. */
  public static final String NAME = "notice.md.ftl";

  private final Configuration templates;

  /**
   * @param folder where templates are looked for first
   * @throws UncheckedIOException when it is no folder that can be read
   */
  public NoticeTexts(Optional<Path> folder) {
    this.templates = Templates.configuration();
    templates.setOutputFormat(MarkdownFormat.INSTANCE);
    folder.ifPresent(this::lookFirst);
  }

  private void lookFirst(Path folder) {
    try {
      templates.setTemplateLoader(
          new MultiTemplateLoader(
              new TemplateLoader[] {
                new FileTemplateLoader(folder.toFile()), templates.getTemplateLoader()
              }));
    } catch (IOException e) {
      throw new UncheckedIOException("%s is no folder that can be read".formatted(folder), e);
    }
  }

  /**
   * @throws UnfitTemplate when the template fails on it
   */
  public NoticeText of(Notice notice) {
    NoticePage page = NoticePages.of(notice);
    StringWriter out = new StringWriter();
    try {
      templates.getTemplate(NAME).process(Map.of("page", page, "md", new MarkdownTools()), out);
    } catch (TemplateException e) {
      throw new UnfitTemplate(NAME, String.valueOf(e.getMessageWithoutStackTop()), e);
    } catch (IOException e) {
      throw new UnfitTemplate(NAME, String.valueOf(e.getMessage()), e);
    }
    return new NoticeText(VisibleText.of(page.title()), out.toString().strip() + "\n");
  }
}
