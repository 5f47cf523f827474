package dev.poolkeeper.writers.paging;

import static dev.poolkeeper.writers.json.CompactJson.object;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.poolkeeper.processors.delivery.Matter;
import dev.poolkeeper.processors.delivery.Notice;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.report.ActionLine;
import dev.poolkeeper.writers.text.TextWidth;
import dev.poolkeeper.writers.text.VisibleText;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A notice as an event of PagerDuty's Events API v2, without the routing key.
 *
 * <p>Limits: {@code dedup_key} 255, {@code summary} 1,024 characters, an event 512 KB; the latter
 * holds because every list and every text in it is bounded. Source: PagerDuty, "Send an Alert
 * Event".
 */
final class PagerEvent {

  static final int LONGEST_KEY = 255;
  static final int LONGEST_SUMMARY = 1_024;

  /** 40 findings of a dozen sentences are below 512 KB also when every character is escaped. */
  private static final int FINDINGS = 40;

  private static final int SENTENCES = 12;
  private static final int SENTENCE = 400;
  private static final String PREFIX = "poolkeeper/";

  private PagerEvent() {}

  static Map<String, Object> of(Notice notice) {
    if (!notice.kind().open()) {
      return object("event_action", "resolve", "dedup_key", key(notice.topic()));
    }
    Map<String, Object> event =
        object(
            "event_action",
            "trigger",
            "dedup_key",
            key(notice.topic()),
            "client",
            "poolkeeper",
            "payload",
            payload(notice));
    notice
        .origin()
        .reportUrl()
        .ifPresent(
            url -> {
              event.put("client_url", url);
              event.put("links", List.of(object("href", url, "text", "The whole report")));
            });
    return event;
  }

  /** The topic; a long one is cut, and told apart by a digest of all of it. */
  static String key(String topic) {
    String whole = PREFIX + topic;
    if (whole.length() <= LONGEST_KEY) {
      return whole;
    }
    String digest = digest(whole);
    return cut(whole, LONGEST_KEY - digest.length() - 1) + "#" + digest;
  }

  private static String cut(String text, int most) {
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  private static Map<String, Object> payload(Notice notice) {
    List<ActionLine> findings = findings(notice.matter());
    String subject = subject(notice, findings);
    return object(
        "summary",
        TextWidth.cutEnd(
            (notice.origin().demo() ? "[DEMO] " : "") + VisibleText.of(notice.title()),
            LONGEST_SUMMARY / 2),
        "source",
        shown(Subject.parse(subject).source()),
        "severity",
        severity(notice.severity()),
        "component",
        shown(subject),
        "group",
        shown(Subject.parse(subject).source()),
        "class",
        findings.isEmpty() ? "cleanup-proposal" : findings.get(0).name(),
        "custom_details",
        details(notice, findings));
  }

  /** Ours are three of its four words; {@code error} is not used. */
  private static String severity(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "critical";
      case WARNING -> "warning";
      case INFO -> "info";
    };
  }

  private static List<ActionLine> findings(Matter matter) {
    if (matter instanceof Matter.OneFinding one) {
      return List.of(one.finding());
    }
    return matter instanceof Matter.ManyFindings many ? many.findings() : List.of();
  }

  private static String subject(Notice notice, List<ActionLine> findings) {
    if (notice.matter() instanceof Matter.OneFinding one) {
      return one.finding().subject();
    }
    if (notice.matter() instanceof Matter.OneProposal one) {
      return one.proposal().subject();
    }
    return findings.isEmpty() ? "poolkeeper" : Subject.parse(findings.get(0).subject()).source();
  }

  private static Map<String, Object> details(Notice notice, List<ActionLine> findings) {
    Map<String, Object> details =
        object(
            "what",
            notice.kind().word(),
            "night",
            notice.night().toString(),
            "known as",
            shown(notice.topic()));
    if (!notice.changes().isEmpty()) {
      details.put("changes", sentences(notice.changes()));
    }
    if (findings.size() == 1) {
      details.putAll(finding(findings.get(0)));
    } else if (!findings.isEmpty()) {
      details.put("findings", findings.stream().limit(FINDINGS).map(PagerEvent::finding).toList());
    }
    int more = notice.matter() instanceof Matter.ManyFindings many ? many.more() : 0;
    int left = more + Math.max(0, findings.size() - FINDINGS);
    if (left > 0) {
      details.put("more", left + " more: poolkeeper findings lists all of them");
    }
    if (notice.matter() instanceof Matter.OneProposal one) {
      details.put("proposal", one.proposal().id());
      details.put("steps", sentences(one.proposal().steps()));
    }
    details.put(
        "origin",
        "poolkeeper %s, %s, run %d"
            .formatted(notice.origin().version(), notice.origin().job(), notice.origin().run()));
    return details;
  }

  private static Map<String, Object> finding(ActionLine finding) {
    Map<String, Object> details =
        object(
            "code",
            finding.code() + " " + finding.name(),
            "subject",
            shown(finding.subject()),
            "severity",
            finding.severity(),
            "first seen",
            finding.firstSeen().toString(),
            "evidence",
            sentences(finding.evidence()),
            "what to do",
            shown(finding.action()));
    finding.owner().ifPresent(owner -> details.put("owner", shown(owner.name())));
    finding.cause().ifPresent(cause -> details.put("probable cause", shown(cause)));
    if (!finding.commands().isEmpty()) {
      List<String> look = new ArrayList<>();
      finding.commands().stream()
          .limit(SENTENCES)
          .forEach(command -> look.add(shown(command.where() + ": " + command.command())));
      details.put("look at it with", look);
    }
    return details;
  }

  private static List<String> sentences(List<String> all) {
    return all.stream().limit(SENTENCES).map(PagerEvent::shown).toList();
  }

  private static String shown(String text) {
    return TextWidth.cutEnd(VisibleText.of(text), SENTENCE);
  }
}
