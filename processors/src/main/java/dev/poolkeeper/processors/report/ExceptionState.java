package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.finding.ExceptionRule;
import java.time.LocalDate;
import java.util.Locale;

/** How an exception of the configuration stands on a night. */
public enum ExceptionState {
  /** It leaves findings alone. */
  IN_FORCE,
  /** The same, for 30 days at most. */
  EXPIRING,
  /** Its last day is past; what it covers is reported again. */
  EXPIRED,
  /** It covers nothing, although all was seen. */
  STALE,
  /** It covers nothing, but not all was seen. */
  NOT_JUDGED;

  /** How many days before its end an exception is listed as one that expires. */
  static final int SOON_DAYS = 30;

  /** The word used in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static ExceptionState of(ExceptionRule rule, int findings, boolean complete, LocalDate night) {
    if (rule.expiredOn(night)) {
      return EXPIRED;
    }
    if (findings == 0) {
      return complete ? STALE : NOT_JUDGED;
    }
    return rule.expiredOn(night.plusDays(SOON_DAYS)) ? EXPIRING : IN_FORCE;
  }
}
