package dev.poolkeeper.writers.channel;

import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.writers.http.HttpReply;
import dev.poolkeeper.writers.http.HttpReply.Answer;
import dev.poolkeeper.writers.http.HttpReply.NoAnswer;
import dev.poolkeeper.writers.text.VisibleText;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an HTTP answer means for a try, unless the service has its own meaning for it.
 *
 * <p>408, 425, 429 and 5xx: come again. 401, 403, 407: our credentials or rights, the same for all
 * that follows. Redirects: the URL in the settings is not the right one. Any other 4xx: this one is
 * refused for good. Source: RFC 9110 section 15, RFC 6585 section 4.
 */
public final class Answers {

  /** What a server says about itself helps in a line or two. */
  private static final int LONGEST = 300;

  private Answers() {}

  /**
   * The receipt of a reply; a good one is delivered, and says no reference.
   *
   * @param what was asked for, as {@code POST /rest/api/3/issue}
   */
  public static Receipt of(HttpReply reply, String what) {
    if (reply instanceof NoAnswer none) {
      return Receipt.of(none.outcome());
    }
    Answer answer = (Answer) reply;
    return new Receipt(
        new Outcome(kind(answer.status()), OptionalInt.of(answer.status()), said(answer, what)),
        Optional.empty(),
        Optional.empty(),
        answer.retryAfter());
  }

  private static Outcome.Kind kind(int status) {
    if (status >= 200 && status < 300) {
      return Outcome.Kind.DELIVERED;
    }
    if (status == 401 || status == 403 || status == 407 || (status >= 300 && status < 400)) {
      return Outcome.Kind.NOT_ALLOWED;
    }
    boolean later = status == 408 || status == 425 || status == 429 || status >= 500;
    return later ? Outcome.Kind.DEFERRED : Outcome.Kind.REFUSED;
  }

  private static String said(Answer answer, String what) {
    String body = oneLine(answer.body());
    return "%s: %d%s".formatted(what, answer.status(), body.isEmpty() ? "" : " " + body);
  }

  /** What an answer says, on one line, cut, with nothing hidden in it. */
  public static String oneLine(String text) {
    String visible = VisibleText.of(text.strip().replaceAll("\\s+", " "));
    return visible.length() <= LONGEST ? visible : visible.substring(0, LONGEST) + "…";
  }
}
