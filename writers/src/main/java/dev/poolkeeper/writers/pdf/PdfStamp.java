package dev.poolkeeper.writers.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/** Sets when a PDF was made, in both places that say so; archives want them equal. */
final class PdfStamp {

  private static final DateTimeFormatter XMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

  private PdfStamp() {}

  static void set(PDDocument document, Instant madeAt) throws IOException {
    Calendar calendar = GregorianCalendar.from(madeAt.atZone(ZoneOffset.UTC));
    document.getDocumentInformation().setCreationDate(calendar);
    document.getDocumentInformation().setModificationDate(null);
    PDMetadata metadata = document.getDocumentCatalog().getMetadata();
    String told = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
    String set =
        told.replaceAll(
            "(<xmp:CreateDate>)[^<]*(</xmp:CreateDate>)",
            "$1" + XMP.format(madeAt.atOffset(ZoneOffset.UTC)) + "$2");
    metadata.importXMPMetadata(set.getBytes(StandardCharsets.UTF_8));
  }
}
