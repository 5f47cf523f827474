package dev.poolkeeper.writers.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * Gives Java's drawing the fonts that come with poolkeeper, in place of those of the machine. A
 * container has none, and Java fails there as soon as a text is measured, as it is in the drawings
 * of a PDF.
 *
 * <p>Java looks at these settings once, before the first text. They are no public interface; if a
 * release drops them, a machine with fonts of its own goes on as before.
 */
final class OwnFonts {

  private static final String CONFIGURATION = "sun.awt.fontconfig";
  private static final List<String> FILES =
      List.of(
          "DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansMono.ttf", "DejaVuSansMono-Bold.ttf");

  private OwnFonts() {}

  /** Does nothing on other systems than Linux, and where somebody has chosen fonts already. */
  static void use(Properties system) {
    boolean linux = system.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
    if (!linux || system.getProperty(CONFIGURATION) != null) {
      return;
    }
    try {
      Path folder = Files.createTempDirectory("poolkeeper-fonts");
      folder.toFile().deleteOnExit();
      for (String file : FILES) {
        try (InputStream font = PaperStyle.open("fonts/" + file)) {
          Files.copy(font, kept(folder, file));
        }
      }
      Path configuration = kept(folder, "fontconfig.properties");
      Files.writeString(
          configuration,
          """
          version=1
          sequence.allfonts=default
          allfonts.default=DejaVu Sans
          filename.DejaVu_Sans=%s
          """
              .formatted(folder.resolve(FILES.get(0))));
      system.setProperty("sun.java2d.fontpath", folder.toString());
      system.setProperty(CONFIGURATION, configuration.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The fonts of the PDF cannot be unpacked into java.io.tmpdir (" + e.getMessage() + ")",
          e);
    }
  }

  /** Goes with the process. */
  private static Path kept(Path folder, String file) {
    Path path = folder.resolve(file);
    path.toFile().deleteOnExit();
    return path;
  }
}
