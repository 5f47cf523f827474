package dev.poolkeeper.writers.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Asks axe in headless Chromium what of WCAG 2.1 A and AA the pages break. Needs a chromium on the
 * PATH and AXE_CORE, the path of axe.min.js ({@code npm install axe-core} brings it); without them
 * it says loudly that nothing was checked. {@link AccessibilityTest} runs everywhere.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AxeTest {

  private static final Pattern RESULT =
      Pattern.compile("<pre id=\"axe-result\">(.*?)</pre>", Pattern.DOTALL);
  private static final String RUN =
      """
      axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']}).then(result => {
        const told = document.createElement('pre');
        told.id = 'axe-result';
        told.textContent = 'checked ' + result.passes.length + '\\n' + result.violations
          .map(v => v.id + ' (' + v.impact + '): ' + v.nodes.map(n => n.html).join(' '))
          .join('\\n');
        document.body.append(told);
      });
      """;

  private Optional<Path> chromium = Optional.empty();
  private Optional<Path> axe = Optional.empty();

  @BeforeAll
  void look() {
    chromium =
        Arrays.stream(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
            .flatMap(
                folder ->
                    Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(n -> Path.of(folder, n)))
            .filter(Files::isExecutable)
            .findFirst();
    axe = Optional.ofNullable(System.getenv("AXE_CORE")).map(Path::of).filter(Files::isReadable);
    if (chromium.isEmpty() || axe.isEmpty()) {
      System.err.println(
          "NOT CHECKED: accessibility with axe. It needs chromium on the PATH (%s) and AXE_CORE, the path of axe.min.js (%s)."
              .formatted(
                  chromium.isPresent() ? "found" : "missing",
                  axe.isPresent() ? "found" : "missing"));
    }
  }

  static Stream<Arguments> pages() throws IOException {
    List<String> pages = AccessibilityTest.pages().toList();
    return Stream.of("light", "dark")
        .flatMap(
            scheme ->
                Stream.of("1280", "390")
                    .flatMap(
                        width ->
                            Stream.of(0, pages.size() - 1)
                                .map(page -> Arguments.of(scheme, width, pages.get(page)))));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("pages")
  void nothingIsBroken(String scheme, String width, String html, @TempDir Path folder)
      throws Exception {
    assumeTrue(chromium.isPresent() && axe.isPresent(), "no chromium, or no AXE_CORE");
    String script = Files.readString(axe.orElseThrow()).replace("</script", "<\\/script");
    String page =
        html.replaceAll("<meta http-equiv=\"Content-Security-Policy\"[^>]*/>", "")
            .replace(
                "</body>", "<script>" + script + "</script><script>" + RUN + "</script></body>");
    Path file = Files.writeString(folder.resolve("page.html"), page);

    Matcher result = RESULT.matcher(dump(file, scheme, width, folder));

    assertThat(result.find()).as("axe came to its end").isTrue();
    assertThat(result.group(1).strip()).matches("checked [1-9][0-9]*");
  }

  private String dump(Path file, String scheme, String width, Path folder) throws Exception {
    Path told = folder.resolve("dom.html");
    Process browser =
        new ProcessBuilder(
                chromium.orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("profile"),
                "--window-size=%s,2000".formatted(width),
                "--blink-settings=preferredColorScheme=" + (scheme.equals("dark") ? 0 : 1),
                "--virtual-time-budget=60000",
                "--dump-dom",
                file.toUri().toString())
            .redirectOutput(told.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(browser.waitFor(120, TimeUnit.SECONDS)).as("chromium ended").isTrue();
    return Files.readString(told);
  }
}
