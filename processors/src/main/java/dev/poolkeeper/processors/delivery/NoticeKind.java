package dev.poolkeeper.processors.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a matter, as a channel is told. */
public enum NoticeKind {
  /** The channel hears of it for the first time. */
  OPENED,
  /** It is open as before, and something material about it is another. */
  CHANGED,
  /** It was over, as the channel was told, and is back. */
  REOPENED,
  /** It is open as it was: only for channels that forget what is not repeated. */
  CONFIRMED,
  /** It is over. */
  RECOVERED;

  /** As the ledger and messages write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<NoticeKind> named(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** Whether the matter is open after it. */
  public boolean open() {
    return this != RECOVERED;
  }
}
