package dev.poolkeeper.writers.alert;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.delivery.Matter;
import dev.poolkeeper.processors.delivery.Notice;
import dev.poolkeeper.processors.report.ActionLine;
import dev.poolkeeper.writers.notice.NoticeText;
import dev.poolkeeper.writers.notice.PlainText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is kept of a notice until it is sent; when the alert ends is known only then.
 *
 * @param open whether the matter is
 * @param startsAt first night on which it was seen
 * @param link where the report is; may be empty
 */
record Alert(
    String topic,
    String severity,
    boolean open,
    boolean demo,
    Instant startsAt,
    Map<String, String> annotations,
    String link) {

  /** Annotations are for people and for messages, which have limits of their own. */
  private static final int LONGEST = 4_000;

  Alert {
    requireNonNull(topic, "topic");
    requireNonNull(severity, "severity");
    requireNonNull(startsAt, "startsAt");
    annotations = new TreeMap<>(annotations);
    requireNonNull(link, "link");
  }

  static Alert of(Notice notice, NoticeText text) {
    Map<String, String> annotations = new TreeMap<>();
    annotations.put("summary", (notice.origin().demo() ? "[DEMO] " : "") + text.title());
    annotations.put("description", cut(PlainText.of(text.document())));
    notice.origin().reportUrl().ifPresent(url -> annotations.put("report_url", url));
    if (!notice.changes().isEmpty()) {
      annotations.put("changes", cut(String.join("\n", notice.changes())));
    }
    return new Alert(
        notice.topic(),
        notice.severity().word(),
        notice.kind().open(),
        notice.origin().demo(),
        since(notice).atStartOfDay(ZoneOffset.UTC).toInstant(),
        annotations,
        notice.origin().reportUrl().orElse(""));
  }

  private static LocalDate since(Notice notice) {
    if (notice.matter() instanceof Matter.OneFinding one) {
      return one.finding().firstSeen();
    }
    if (notice.matter() instanceof Matter.ManyFindings many) {
      return many.findings().stream()
          .map(ActionLine::firstSeen)
          .min(Comparator.naturalOrder())
          .orElse(notice.night());
    }
    return notice.night();
  }

  private static String cut(String text) {
    String stripped = text.strip();
    return stripped.length() <= LONGEST
        ? stripped
        : stripped.substring(0, LONGEST) + "…\n(cut; poolkeeper explain tells all of it)";
  }
}
