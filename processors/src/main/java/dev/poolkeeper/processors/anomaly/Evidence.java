package dev.poolkeeper.processors.anomaly;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says what was seen, in plain words and shares; amounts are for whoever knows the unit. */
final class Evidence {

  private Evidence() {}

  static String of(AnomalyKind kind, @Nullable Signal signal, int step, TrustedValues values) {
    if (signal == null) {
      return "";
    }
    return switch (kind) {
      case GROWTH, LEAK -> moved("rose", signal, step, values);
      case SHRINK -> moved("fell", signal, step, values);
      case FLATLINE ->
          "no change for %d readings, %s times the longest stand-still before"
              .formatted(signal.steps(), number(signal.score()));
      case PILE_UP ->
          "nothing released for %d days and rising, longer than ever before"
              .formatted(signal.steps());
    };
  }

  private static String moved(String verb, Signal signal, int step, TrustedValues values) {
    double from = values.value(Math.max(0, step - signal.steps()));
    double share = from == 0 ? Double.NaN : (values.value(step) - from) / Math.abs(from);
    String much = Double.isNaN(share) ? "from zero" : "by " + percent(Math.abs(share));
    String time = signal.steps() == 1 ? "one day" : signal.steps() + " days";
    return "%s %s within %s, %s times the largest such move before"
        .formatted(verb, much, time, number(signal.score()));
  }

  private static String percent(double share) {
    double percent = 100 * share;
    return String.format(Locale.ROOT, percent < 10 ? "%.1f %%" : "%.0f %%", percent);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
  }
}
