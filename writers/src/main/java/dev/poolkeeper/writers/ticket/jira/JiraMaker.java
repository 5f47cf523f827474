package dev.poolkeeper.writers.ticket.jira;

import dev.poolkeeper.processors.delivery.Matter;
import dev.poolkeeper.processors.delivery.Notice;
import dev.poolkeeper.processors.report.ActionLine;
import dev.poolkeeper.writers.notice.NoticeText;
import dev.poolkeeper.writers.notice.NoticeTexts;
import dev.poolkeeper.writers.ticket.FittingText;
import dev.poolkeeper.writers.ticket.Marks;
import dev.poolkeeper.writers.ticket.NoticeWords;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import tools.jackson.databind.JsonNode;

/** Decides how the ticket of a notice shall be. */
final class JiraMaker {

  /** Jira's limit of a summary. */
  static final int LONGEST_SUMMARY = 255;

  /** Jira's limit of a text is 32,767 characters; the rest is for a line on an earlier ticket. */
  static final int LONGEST_TEXT = 32_767 - 500;

  private static final String BOX = "☐ ";

  private final JiraSettings settings;
  private final NoticeTexts texts;

  JiraMaker(JiraSettings settings, NoticeTexts texts) {
    this.settings = settings;
    this.texts = texts;
  }

  JiraText make(Notice notice) {
    String mark = Marks.ofTopic(settings.instance(), notice.origin().demo(), notice.topic());
    Optional<String> plan = NoticeWords.planHash(notice);
    String whole = NoticeWords.whole(notice);
    return new JiraText(
        JiraText.SCHEMA_VERSION,
        notice.kind().word(),
        notice.topic(),
        notice.night().toString(),
        notice.severity().word(),
        mark,
        labels(notice, mark, plan),
        NoticeWords.title(notice, LONGEST_SUMMARY),
        text(texts.of(notice), whole, codes(notice.matter())),
        text(NoticeWords.comment(notice), whole, Set.of()),
        Optional.ofNullable(settings.priorities().get(notice.severity())),
        plan,
        NoticeWords.group(notice)
            .map(topic -> Marks.ofTopic(settings.instance(), notice.origin().demo(), topic)));
  }

  private List<String> labels(Notice notice, String mark, Optional<String> plan) {
    return Stream.of(
            Stream.of(mark, "poolkeeper"),
            codes(notice.matter()).stream().sorted(),
            plan.map(Marks::ofPlan).stream(),
            settings.labels().stream())
        .flatMap(labels -> labels)
        .distinct()
        .toList();
  }

  private static Set<String> codes(Matter matter) {
    if (matter instanceof Matter.OneFinding one) {
      return Set.of(one.finding().code());
    }
    if (matter instanceof Matter.OneProposal one) {
      return Set.of(one.proposal().code());
    }
    return ((Matter.ManyFindings) matter)
        .findings().stream().map(ActionLine::code).collect(Collectors.toUnmodifiableSet());
  }

  private JsonNode text(NoticeText text, String whole, Set<String> codes) {
    Node fitting = FittingText.of(text, settings.edition()::size, LONGEST_TEXT, whole);
    if (codes.size() > 0 && settings.members().isEmpty()) {
      boxes(fitting, codes);
    }
    return settings.edition().text(fitting);
  }

  /** Lists of findings are there to be ticked off, unless each has a ticket of its own. */
  private static void boxes(Node document, Set<String> codes) {
    for (Node block : FittingText.children(document)) {
      if (block instanceof ListBlock) {
        for (Node item : FittingText.children(block)) {
          Node first = item.getFirstChild() == null ? null : item.getFirstChild().getFirstChild();
          if (first instanceof StrongEmphasis
              && first.getFirstChild() instanceof Text code
              && codes.contains(code.getLiteral())) {
            first.insertBefore(new Text(BOX));
          }
        }
      }
    }
  }
}
