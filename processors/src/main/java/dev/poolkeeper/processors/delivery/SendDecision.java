package dev.poolkeeper.processors.delivery;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether something is worth sending, and if not, why not.
 *
 * @param skipped why it is not sent; empty when it is
 */
public record SendDecision(Optional<String> skipped) {

  private static final SendDecision SEND = new SendDecision(Optional.empty());

  /**
   * What was last sent to somebody of the same series.
   *
   * @param night the night it was about
   * @param verdict what it said
   */
  public record Last(LocalDate night, String verdict) {

    public Last {
      requireNonNull(night, "night");
      requireNonNull(verdict, "verdict");
    }
  }

  /**
   * What tonight has for them.
   *
   * @param verdict in one word
   * @param changed whether something of theirs changed against the night before
   * @param asks whether something of theirs asks for them, or not all was seen
   */
  public record Tonight(LocalDate night, String verdict, boolean changed, boolean asks) {

    public Tonight {
      requireNonNull(night, "night");
      requireNonNull(verdict, "verdict");
    }
  }

  public SendDecision {
    requireNonNull(skipped, "skipped");
  }

  public boolean send() {
    return skipped.isEmpty();
  }

  /**
   * @param heartbeatDays after how many days without a mail one is sent all the same; 0: never
   */
  public static SendDecision of(
      SendWhen when, int heartbeatDays, Optional<Last> last, Tonight tonight) {
    boolean otherVerdict =
        last.filter(before -> before.verdict().equals(tonight.verdict())).isEmpty();
    boolean wanted =
        switch (when) {
          case ALWAYS -> true;
          case ON_CHANGE -> tonight.changed() || otherVerdict;
          // that all is well again is told once
          case ON_PROBLEMS -> tonight.asks() || (last.isPresent() && otherVerdict);
        };
    boolean heartbeat =
        heartbeatDays > 0
            && last.map(before -> !before.night().plusDays(heartbeatDays).isAfter(tonight.night()))
                .orElse(true);
    if (wanted || heartbeat) {
      return SEND;
    }
    return new SendDecision(
        Optional.of(
            when == SendWhen.ON_CHANGE ? "nothing of theirs changed" : "nothing asks for them"));
  }
}
