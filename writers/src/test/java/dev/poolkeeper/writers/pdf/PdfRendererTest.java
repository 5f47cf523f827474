package dev.poolkeeper.writers.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.writers.report.NightlyReportWriter;
import dev.poolkeeper.writers.report.ReportFormat;
import dev.poolkeeper.writers.report.SampleReports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PdfRendererTest {

  private static final Instant NIGHT = Instant.parse("2026-02-11T02:00:04Z");

  private Path file;

  @BeforeAll
  void write(@TempDir Path out) {
    file =
        new NightlyReportWriter(ZoneOffset.UTC, Paper.A4)
            .write(SampleReports.demo(SampleReports.busy()), out, Set.of(ReportFormat.PDF))
            .get(0);
  }

  @Test
  void itSaysWhatThePageSays() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
      assertThat(text)
          .contains(
              "DEMO DATA", "CRITICAL", "What changed", "Reclaimable space", "How it is computed")
          .as("the last column of a table whose first is a bar")
          .contains("9 protected", "3 never")
          .doesNotContain("Skip to the report", "function");
    }
  }

  @Test
  void everyPageHasItsNumberAndSaysThatItIsDemoData() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      assertThat(pdf.getNumberOfPages()).isGreaterThan(3);
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        assertThat(stripper.getText(pdf))
            .contains("Page %d of %d".formatted(page, pdf.getNumberOfPages()))
            .contains("DEMO DATA");
      }
    }
  }

  @Test
  void sectionsAndKindsOfFindingsAreBookmarks() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      List<String> sections = new ArrayList<>();
      List<String> below = new ArrayList<>();
      for (PDOutlineItem section : pdf.getDocumentCatalog().getDocumentOutline().children()) {
        sections.add(section.getTitle());
        section.children().forEach(item -> below.add(item.getTitle()));
        assertThat(section.findDestinationPage(pdf)).isNotNull();
      }
      assertThat(sections)
          .startsWith("What changed", "Reclaimable space", "What to do first")
          .endsWith("How it is computed");
      assertThat(below).contains("PK102 backend-without-volume");
    }
  }

  @Test
  void itIsMadeForReadersAndArchives() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
      assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
      assertThat(pdf.getDocumentCatalog().getOutputIntents()).hasSize(1);
      assertThat(
              new String(
                  pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
          .contains("<pdfaid:part>2</pdfaid:part>")
          .contains("<pdfaid:conformance>A</pdfaid:conformance>")
          .contains("<xmp:CreateDate>2026-02-11T02:00:04+00:00</xmp:CreateDate>");
      assertThat(pdf.getDocumentInformation().getCreationDate().toInstant()).isEqualTo(NIGHT);
      assertThat(pdf.getDocumentInformation().getTitle()).startsWith("DEMO DATA");
    }
  }

  @Test
  void everyFontIsEmbedded() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      for (PDPage page : pdf.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
        }
      }
    }
  }

  @Test
  void paperIsA4OrLetter() throws IOException {
    assertThat(width(Paper.A4)).isBetween(595f, 596f);
    assertThat(width(Paper.LETTER)).isEqualTo(612f);
  }

  private static float width(Paper paper) throws IOException {
    try (PDDocument pdf = render(paper, page("<p>one</p>"))) {
      return pdf.getPage(0).getMediaBox().getWidth();
    }
  }

  @Test
  void aLongTableHasItsHeadOnEveryPage() throws IOException {
    StringBuilder table =
        new StringBuilder("<table><thead><tr><th>Heading</th></tr></thead><tbody>");
    IntStream.range(0, 200).forEach(i -> table.append("<tr><td>row " + i + "</td></tr>"));
    try (PDDocument pdf = render(Paper.A4, page(table + "</tbody></table>"))) {
      assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
      String text = new PDFTextStripper().getText(pdf);
      assertThat(text.split("Heading", -1)).hasSize(pdf.getNumberOfPages() + 1);
      assertThat(text).contains("row 0", "row 199");
    }
  }

  @Test
  void nothingIsLoadedFromAnywhere() throws IOException {
    Path secret = Path.of("pom.xml").toAbsolutePath();
    String body =
        "<p>kept</p><img alt=\"x\" src=\"%s\"/><object data=\"%s\"></object>"
            .formatted(secret.toUri(), secret.toUri());
    try (PDDocument pdf = render(Paper.A4, page(body))) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("kept").doesNotContain("artifactId");
    }
  }

  @Test
  void aPageThatIsNotWellFormedIsRefused() {
    assertThatThrownBy(() -> render(Paper.A4, "<html><body><p>open</body></html>"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not well-formed");
  }

  private static String page(String body) {
    return "<!DOCTYPE html><html lang=\"en\"><head><title>A title</title></head><body><h1>A"
        + " page</h1>"
        + body
        + "</body></html>";
  }

  private static PDDocument render(Paper paper, String page) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PdfRenderer(paper).render(page, NIGHT, out);
    return Loader.loadPDF(out.toByteArray());
  }
}
