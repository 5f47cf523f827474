package dev.poolkeeper.writers.ticket.servicenow;

import dev.poolkeeper.processors.delivery.Notice;
import dev.poolkeeper.writers.notice.NoticeText;
import dev.poolkeeper.writers.notice.NoticeTexts;
import dev.poolkeeper.writers.notice.PlainText;
import dev.poolkeeper.writers.ticket.FittingText;
import dev.poolkeeper.writers.ticket.Marks;
import dev.poolkeeper.writers.ticket.NoticeWords;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Decides how the record of a notice shall be. Texts are plain. */
final class ServiceNowMaker {

  /** The task table's own limits. */
  private static final int LONGEST_SHORT_DESCRIPTION = 160;

  private static final int LONGEST_TEXT = 4000 - 100;

  private final ServiceNowSettings settings;
  private final NoticeTexts texts;

  ServiceNowMaker(ServiceNowSettings settings, NoticeTexts texts) {
    this.settings = settings;
    this.texts = texts;
  }

  ServiceNowText make(Notice notice) {
    String matter = Marks.ofTopic(settings.instance(), notice.origin().demo(), notice.topic());
    Optional<String> plan = NoticeWords.planHash(notice);
    String whole = NoticeWords.whole(notice);
    Map<String, String> fields = new TreeMap<>();
    fields.put("short_description", NoticeWords.title(notice, LONGEST_SHORT_DESCRIPTION));
    fields.put("description", text(texts.of(notice), whole));
    if (plan.isEmpty()) {
      put(fields, "impact", settings.impacts().get(notice.severity()));
      put(fields, "urgency", settings.urgencies().get(notice.severity()));
    }
    return new ServiceNowText(
        ServiceNowText.SCHEMA_VERSION,
        notice.kind().word(),
        notice.topic(),
        notice.severity().word(),
        plan.isPresent() ? settings.changes().table() : settings.incidents().table(),
        plan.map(hash -> correlation(matter, hash)).orElse(matter),
        matter,
        NoticeWords.group(notice)
            .map(topic -> Marks.ofTopic(settings.instance(), notice.origin().demo(), topic)),
        text(NoticeWords.comment(notice), whole),
        fields,
        plan);
  }

  /** What a change of this very plan is known by. */
  private static String correlation(String matter, String hash) {
    return matter + ending(hash);
  }

  static String ending(String hash) {
    return "-" + Marks.ofPlan(hash);
  }

  private static void put(
      Map<String, String> fields, String name, @org.jspecify.annotations.Nullable String value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  private static String text(NoticeText text, String whole) {
    return PlainText.of(
        FittingText.of(text, document -> PlainText.of(document).length(), LONGEST_TEXT, whole));
  }
}
