package dev.poolkeeper.writers.pdf;

import static com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI;
import static com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Writes a page as a PDF: tagged (PDF/UA-1), fit for archives (PDF/A-2a), every font embedded,
 * nothing loaded from anywhere.
 */
public final class PdfRenderer {

  static {
    // its progress is of no interest to anybody who reads a log
    XRLog.setLoggingEnabled(false);
    OwnFonts.use(System.getProperties());
  }

  private final Paper paper;

  public PdfRenderer(Paper paper) {
    this.paper = paper;
  }

  /**
   * The same page and moment give the same bytes.
   *
   * @param page an HTML page that is well-formed as XML
   * @param madeAt when the PDF says it was made
   * @throws IllegalArgumentException when the page is not well-formed
   */
  public void render(String page, Instant madeAt, OutputStream out) throws IOException {
    PdfRendererBuilder builder = builder();
    builder.withW3cDocument(PaperPage.of(page, paper), null);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
        PDDocument document = renderer.createPDFKeepOpen()) {
      PdfStamp.set(document, madeAt);
      document.setDocumentId(madeAt.getEpochSecond());
      document.save(out);
    }
  }

  private static PdfRendererBuilder builder() {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
    builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    builder.useSVGDrawer(new BatikSVGDrawer());
    builder.useExternalResourceAccessControl((uri, type) -> false, RUN_BEFORE_RESOLVING_URI);
    builder.useExternalResourceAccessControl((uri, type) -> false, RUN_AFTER_RESOLVING_URI);
    builder.withProducer("poolkeeper");
    builder.toStream(OutputStream.nullOutputStream());
    fonts(builder);
    return builder;
  }

  private static void fonts(PdfRendererBuilder builder) {
    font(builder, "DejaVuSans.ttf", "Page", 400);
    font(builder, "DejaVuSans-Bold.ttf", "Page", 700);
    font(builder, "DejaVuSansMono.ttf", "Names", 400);
    font(builder, "DejaVuSansMono-Bold.ttf", "Names", 700);
  }

  private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
    FSSupplier<InputStream> bytes = () -> PaperStyle.open("fonts/" + file);
    builder.useFont(bytes, family, weight, FontStyle.NORMAL, true);
  }
}
