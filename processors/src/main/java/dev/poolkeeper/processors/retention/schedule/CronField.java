package dev.poolkeeper.processors.retention.schedule;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One field of a cron line, as the set of numbers it stands for. */
enum CronField {
  MINUTE("minute", 0, 59, List.of()),
  HOUR("hour", 0, 23, List.of()),
  DAY_OF_MONTH("day of month", 1, 31, List.of()),
  MONTH(
      "month",
      1,
      12,
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")),
  /** 0 and 7 are Sunday. */
  DAY_OF_WEEK("day of week", 0, 7, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));

  private static final Pattern PART =
      Pattern.compile("(?:(\\*)|(\\w{1,9})(?:-(\\w{1,9}))?)(?:/(\\d{1,9}))?");

  private final String word;
  private final int least;
  private final int most;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of, which Error Prone cannot see
  private final List<String> names;

  CronField(String word, int least, int most, List<String> names) {
    this.word = word;
    this.least = least;
    this.most = most;
    this.names = names;
  }

  String word() {
    return word;
  }

  /** Empty for what stands for nothing. */
  Optional<BitSet> parse(String text) {
    BitSet numbers = new BitSet(most + 1);
    for (String part : text.strip().toLowerCase(Locale.ROOT).split(",", -1)) {
      if (!add(part.strip(), numbers)) {
        return Optional.empty();
      }
    }
    if (this == DAY_OF_WEEK && numbers.get(7)) {
      numbers.clear(7);
      numbers.set(0);
    }
    return Optional.of(numbers);
  }

  private boolean add(String part, BitSet numbers) {
    Matcher matcher = PART.matcher(part);
    if (!matcher.matches()) {
      return false;
    }
    int step = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
    int from = least;
    int to = most;
    if (matcher.group(1) == null) {
      from = number(matcher.group(2));
      boolean open = matcher.group(3) == null && matcher.group(4) != null;
      to = open ? most : number(matcher.group(3) == null ? matcher.group(2) : matcher.group(3));
    } else if (this == DAY_OF_WEEK) {
      to = 6;
    }
    if (step < 1 || from < least || to > most || from > to) {
      return false;
    }
    for (int number = from; number <= to; number += step) {
      numbers.set(number);
    }
    return true;
  }

  /** Below every field's least when it is none. */
  private int number(String text) {
    int named = names.indexOf(text);
    if (named >= 0) {
      return named + least;
    }
    return text.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(text) : -1;
  }
}
