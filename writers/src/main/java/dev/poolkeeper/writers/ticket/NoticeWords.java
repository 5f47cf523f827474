package dev.poolkeeper.writers.ticket;

import dev.poolkeeper.processors.delivery.Matter;
import dev.poolkeeper.processors.delivery.Notice;
import dev.poolkeeper.processors.delivery.NoticeKind;
import dev.poolkeeper.writers.notice.NoticeText;
import dev.poolkeeper.writers.text.MarkdownText;
import dev.poolkeeper.writers.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a ticket is told beside its description. */
public final class NoticeWords {

  private static final int LONGEST_CHANGE = 1000;
  private static final int MOST_CHANGES = 20;

  private NoticeWords() {}

  /** A title of at most so many characters, on one line. */
  public static String title(Notice notice, int longest) {
    String title = VisibleText.of((notice.origin().demo() ? "[DEMO] " : "") + notice.title());
    if (title.length() <= longest) {
      return title;
    }
    int end = longest - 1;
    boolean split = Character.isHighSurrogate(title.charAt(end - 1));
    return title.substring(0, split ? end - 1 : end) + "…";
  }

  /** A comment, in Markdown: what became of the matter, why, and the mark it is known again by. */
  public static NoticeText comment(Notice notice) {
    List<String> blocks = new ArrayList<>();
    blocks.add("**%s** as of the night of %s.".formatted(heading(notice.kind()), notice.night()));
    notice.ended().ifPresent(why -> blocks.add(MarkdownText.of(cut(why))));
    if (!notice.changes().isEmpty()) {
      List<String> lines =
          notice.changes().stream()
              .limit(MOST_CHANGES)
              .map(change -> "- " + MarkdownText.of(cut(change)))
              .toList();
      blocks.add(String.join("\n", lines));
    }
    if (notice.changes().size() > MOST_CHANGES) {
      blocks.add("and %d changes more".formatted(notice.changes().size() - MOST_CHANGES));
    }
    if (planHash(notice).isPresent() && notice.kind() != NoticeKind.RECOVERED) {
      blocks.add(
          "The plan is %s. What was decided here before this comment is not for this plan."
              .formatted(MarkdownText.code(planHash(notice).get())));
    }
    blocks.add("*poolkeeper, %s*".formatted(Marks.ofDelivery(notice.key())));
    return new NoticeText(notice.title(), String.join("\n\n", blocks) + "\n");
  }

  /** Something short that is known again by its key. */
  public static NoticeText remark(String key, String text) {
    return new NoticeText(
        text,
        "%s\n\n*poolkeeper, %s*\n".formatted(MarkdownText.of(cut(text)), Marks.ofDelivery(key)));
  }

  /** What an approval is for; empty when the notice is about no proposal. */
  public static Optional<String> planHash(Notice notice) {
    return notice.matter() instanceof Matter.OneProposal one
        ? Optional.of(one.proposal().planHash())
        : Optional.empty();
  }

  /** Topic of the group that a finding is told within; empty when there is none. */
  public static Optional<String> group(Notice notice) {
    return notice.matter() instanceof Matter.OneFinding one ? one.group() : Optional.empty();
  }

  /** Where all of a notice can be read. */
  public static String whole(Notice notice) {
    String here = here(notice.matter());
    return notice.origin().reportUrl().map(url -> url + " or " + here).orElse(here);
  }

  private static String here(Matter matter) {
    if (matter instanceof Matter.OneProposal one) {
      return "poolkeeper proposals show " + one.proposal().id();
    }
    return matter instanceof Matter.OneFinding one
        ? "poolkeeper explain " + VisibleText.of(one.finding().subject())
        : "poolkeeper findings";
  }

  private static String heading(NoticeKind kind) {
    return switch (kind) {
      case OPENED -> "Found";
      case CHANGED -> "Changed";
      case REOPENED -> "Back";
      case CONFIRMED -> "Still open";
      case RECOVERED -> "Over";
    };
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_CHANGE ? text : text.substring(0, LONGEST_CHANGE) + "…";
  }
}
