package dev.poolkeeper.writers.ticket.jira;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.writers.notice.NoticeText;
import dev.poolkeeper.writers.text.MarkdownText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WikiTextTest {

  private static String wiki(String markdown) {
    return WikiText.of(new NoticeText("t", markdown).document());
  }

  @Test
  void everyBlockHasItsMarkup() {
    assertThat(
            wiki(
                """
                # Title

                Some **strong** and *other* `code` [link](https://x.example.com/a).

                - one
                - two
                  1. deeper

                ```
                zfs list
                ```

                > said

                ---
                """))
        .isEqualTo(
            """
            h1. Title

            Some *strong* and _other_ {{code}} [link|https://x.example.com/a].

            * one
            * two
            *# deeper

            {noformat}
            zfs list
            {noformat}

            {quote}
            said

            {quote}

            ----\
            """);
  }

  /** Foreign names: nothing in them may become markup. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{code}x{code} | \\{code\\}x\\{code\\}",
        "[~admin] | \\[\\~admin\\]",
        "!http://x/y.png! | \\!http://x/y.png\\!",
        "tank/k8s-1_a | tank/k8s-1_a",
        "-gone- | \\-gone\\-",
        "a\\{b | a&#92;\\{b",
        "h1. big | h1&#46; big",
        "*all* | \\*all\\*"
      })
  void namesStayNames(String name, String wiki) {
    assertThat(wiki(MarkdownText.of(name))).isEqualTo(wiki);
  }

  @Test
  void codeCannotEndItsOwnBlock() {
    assertThat(wiki("```\na\n{noformat}\nh1. b\n```"))
        .isEqualTo("{noformat}\na\n{ noformat}\nh1. b\n{noformat}");
    assertThat(wiki("`}} {code}`")).isEqualTo("{{\\}\\} \\{code\\}}}");
  }
}
