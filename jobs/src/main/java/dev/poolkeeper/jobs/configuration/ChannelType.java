package dev.poolkeeper.jobs.configuration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The sorts of channels that {@code poolkeeper.channels} can have. */
public enum ChannelType {
  JIRA(Hears.MATTERS),
  SERVICENOW(Hears.MATTERS),
  WEBHOOK(Hears.MATTERS),
  SLACK(Hears.REPORTS, false),
  TEAMS(Hears.REPORTS, false),
  PAGERDUTY(Hears.MATTERS),
  ALERTMANAGER(Hears.MATTERS_EVERY_NIGHT),
  PUSHGATEWAY(Hears.FIGURES);

  /** What a channel is told. */
  public enum Hears {
    /** How single matters stand, when that changes. */
    MATTERS,
    /** How single matters stand, on every night: what is not repeated is forgotten there. */
    MATTERS_EVERY_NIGHT,
    /** What a run has found, when it is worth it. */
    REPORTS,
    /** What a run has found, after every run; only the newest is worth sending. */
    FIGURES
  }

  private final Hears hears;
  private final boolean takenOnce;

  ChannelType(Hears hears) {
    this(hears, true);
  }

  /**
   * @param takenOnce whether the same sent twice happens once there
   */
  ChannelType(Hears hears, boolean takenOnce) {
    this.hears = hears;
    this.takenOnce = takenOnce;
  }

  /** Whether what may have arrived is sent again unless the settings say otherwise. */
  boolean resendsUnknown() {
    return takenOnce;
  }

  public Hears hears() {
    return hears;
  }

  /** As the configuration and the ledger write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ChannelType> named(String word) {
    return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
  }

  /** All of them, as messages list them. */
  static String words() {
    return String.join(", ", Arrays.stream(values()).map(ChannelType::word).toList());
  }
}
