package dev.poolkeeper.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds docs/drivers.md to DriversTest: a row for every test, and a test for every row. */
class DriverDocsTest {

  private static final Path PAGE = Path.of("../docs/drivers.md");
  private static final Path TESTS =
      Path.of("../processors/src/test/java/dev/poolkeeper/processors/reconcile/DriversTest.java");

  private static SortedSet<String> found(Path file, String pattern) throws IOException {
    SortedSet<String> found = new TreeSet<>();
    Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(Files.readString(file));
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Test
  void everyRowNamesItsTestAndEveryTestHasItsRow() throws IOException {
    assertThat(found(PAGE, "\\| `(\\w+)` \\|$"))
        .isEqualTo(found(TESTS, "^  void (\\w+)\\("))
        .isNotEmpty();
  }
}
