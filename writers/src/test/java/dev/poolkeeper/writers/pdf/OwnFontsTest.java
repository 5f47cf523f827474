package dev.poolkeeper.writers.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class OwnFontsTest {

  private final Properties system = new Properties();

  @Test
  void javaIsLedToTheFontsThatComeAlong() throws IOException {
    system.setProperty("os.name", "Linux");

    OwnFonts.use(system);

    Path configuration = Path.of(system.getProperty("sun.awt.fontconfig"));
    Path folder = Path.of(system.getProperty("sun.java2d.fontpath"));
    assertThat(Files.readString(configuration))
        .contains("filename.DejaVu_Sans=" + folder.resolve("DejaVuSans.ttf"));
    assertThat(folder.resolve("DejaVuSans.ttf")).isNotEmptyFile();
    assertThat(folder.resolve("DejaVuSansMono-Bold.ttf")).isNotEmptyFile();
  }

  @Test
  void fontsThatSomebodyChoseStay() {
    system.setProperty("os.name", "Linux");
    system.setProperty("sun.awt.fontconfig", "/etc/theirs.properties");

    OwnFonts.use(system);

    assertThat(system.getProperty("sun.awt.fontconfig")).isEqualTo("/etc/theirs.properties");
    assertThat(system.getProperty("sun.java2d.fontpath")).isNull();
  }

  @Test
  void otherSystemsHaveFonts() {
    system.setProperty("os.name", "Mac OS X");

    OwnFonts.use(system);

    assertThat(system).hasSize(1);
  }
}
