package dev.poolkeeper.writers.ticket.jira;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.writers.notice.NoticeText;
import dev.poolkeeper.writers.ticket.FittingText;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JiraTextsTest {

  private static Node document(String markdown) {
    return new NoticeText("t", markdown).document();
  }

  @Test
  void adfKeepsTextAsText() {
    assertThat(Adf.of(document("**a** `b` [c](https://x/) \\[~d\\]")))
        .hasToString(
            "{\"type\":\"doc\",\"version\":1,\"content\":[{\"type\":\"paragraph\",\"content\":["
                + "{\"type\":\"text\",\"text\":\"a\",\"marks\":[{\"type\":\"strong\"}]},{\"type\":\"text\",\"text\":\""
                + " \"},"
                + "{\"type\":\"text\",\"text\":\"b\",\"marks\":[{\"type\":\"code\"}]},{\"type\":\"text\",\"text\":\""
                + " \"},"
                + "{\"type\":\"text\",\"text\":\"c\",\"marks\":[{\"type\":\"link\",\"attrs\":{\"href\":\"https://x/\"}}]},{\"type\":\"text\",\"text\":\""
                + " [~d]\"}]}]}");
  }

  @Test
  void whatAdfDoesNotAllowInAListBecomesAParagraph() {
    assertThat(Adf.of(document("- # h\n- x\n\n  ***\n- > q")).toString())
        .doesNotContain("heading", "rule", "blockquote");
  }

  /** Of a long list as many items as fit, and a line that says where the rest is. */
  @ParameterizedTest
  @EnumSource(JiraEdition.class)
  void aLongTextIsCutBetweenItems(JiraEdition edition) {
    String list =
        IntStream.range(0, 3000)
            .mapToObj(n -> "- item number " + n)
            .collect(Collectors.joining("\n"));
    NoticeText text = new NoticeText("t", "first\n\n" + list + "\n\nlast\n");

    String cut =
        edition.text(FittingText.of(text, edition::size, 5000, "poolkeeper findings")).toString();

    assertThat(cut.length()).isBetween(4800, 5500);
    assertThat(cut).contains("first", "item number 12", "Cut here. The whole: poolkeeper findings");
    assertThat(cut).doesNotContain("last");
    assertThat(edition.size(FittingText.of(text, edition::size, 5000, "w")))
        .isLessThanOrEqualTo(5000);
  }

  @Test
  void whatFitsStaysWhole() {
    NoticeText text = new NoticeText("t", "a\n\n- b\n");
    assertThat(WikiText.of(FittingText.of(text, JiraEdition.DATA_CENTER::size, 100, "w")))
        .isEqualTo("a\n\n* b");
  }
}
