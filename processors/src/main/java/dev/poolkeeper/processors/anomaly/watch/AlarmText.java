package dev.poolkeeper.processors.anomaly.watch;

import dev.poolkeeper.processors.anomaly.AnomalyKind;
import dev.poolkeeper.processors.anomaly.ResumedScan;
import dev.poolkeeper.processors.anomaly.Signal;
import dev.poolkeeper.processors.anomaly.pattern.Pattern;
import dev.poolkeeper.processors.anomaly.pattern.PatternFinder;
import dev.poolkeeper.processors.anomaly.pattern.PatternOutcome;
import dev.poolkeeper.processors.history.DailySeries;
import dev.poolkeeper.processors.history.DayAxis;
import dev.poolkeeper.processors.history.Measure;
import dev.poolkeeper.processors.history.SeriesHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Says what was seen, with amounts in the unit of the series: when, how much, what is usual. */
final class AlarmText {

  private final Amounts amounts;

  AlarmText(Amounts amounts) {
    this.amounts = amounts;
  }

  Alarm alarm(ScannedSeries scanned, AnomalyKind kind, Signal signal, int step) {
    WatchedSeries series = scanned.series();
    ResumedScan scan = scanned.scan();
    double threshold = scanned.thresholds().of(kind);
    double now = scan.value(step);
    double before = scan.value(Math.max(0, step - signal.steps()));
    LocalDate day = scanned.day(step);
    List<String> evidence = new ArrayList<>();
    evidence.add(
        switch (kind) {
          case GROWTH, LEAK, SHRINK -> moved(series, before, now, signal.steps(), day);
          case FLATLINE -> stoodStill(series, now, signal, day);
          case PILE_UP -> piledUp(series, before, now, signal, day);
        });
    if (isMove(kind)) {
      evidence.add(compared(series, kind, signal));
    }
    evidence.add(observed(scanned, step, signal, threshold));
    return new Alarm(
        day,
        signal.score(),
        threshold,
        before,
        step == 0 ? now : scan.value(step - 1),
        now,
        signal.steps(),
        known(signal.least()),
        known(signal.most()),
        evidence);
  }

  private static boolean isMove(AnomalyKind kind) {
    return kind != AnomalyKind.FLATLINE && kind != AnomalyKind.PILE_UP;
  }

  private static OptionalDouble known(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  private String moved(WatchedSeries series, double before, double now, int days, LocalDate day) {
    double move = now - before;
    String share = before == 0 ? "" : " (%s)".formatted(Shares.percent(move / before));
    return "%s %s by %s%s, from %s to %s, within %s up to %s"
        .formatted(
            subject(series),
            move < 0 ? "fell" : "rose",
            amount(series, Math.abs(move)),
            share,
            amount(series, before),
            amount(series, now),
            days(days),
            day);
  }

  private String compared(WatchedSeries series, AnomalyKind kind, Signal signal) {
    if (!Double.isFinite(signal.least()) || !Double.isFinite(signal.most())) {
      return "half or more lost between two readings alarms whatever was before";
    }
    double largest = kind == AnomalyKind.SHRINK ? signal.least() : signal.most();
    String times = "the largest such move before was %s".formatted(signed(series, largest));
    return "%s; usual within %s is %s to %s"
        .formatted(
            times,
            days(signal.steps()),
            signed(series, signal.least()),
            signed(series, signal.most()));
  }

  private String stoodStill(WatchedSeries series, double now, Signal signal, LocalDate day) {
    return "%s has not changed for %d readings up to %s, at %s; the longest stand-still before was %.0f"
        .formatted(subject(series), signal.steps(), day, amount(series, now), signal.most());
  }

  private String piledUp(
      WatchedSeries series, double before, double now, Signal signal, LocalDate day) {
    return "%s gave nothing back for %s up to %s and rose from %s to %s; the longest such time before was %s"
        .formatted(
            subject(series),
            days(signal.steps()),
            day,
            amount(series, before),
            amount(series, now),
            days((int) signal.most()));
  }

  private static String observed(ScannedSeries scanned, int step, Signal signal, double threshold) {
    int known = 0;
    int first = step;
    for (int i = step; i >= 0; i--) {
      if (scanned.scan().readAt(i) == i) {
        known++;
        first = i;
      }
    }
    return "scores %s, alarms from %s on; observed since %s, on %d of %d days"
        .formatted(
            Shares.ratio(signal.score()),
            Shares.ratio(threshold),
            scanned.day(first),
            known,
            step - first + 1);
  }

  private static String subject(WatchedSeries series) {
    return switch (series.key().measure()) {
      case LIVE -> "live data";
      case FILLED -> "the file system of the claim";
      case USED -> "used space";
      case SNAPSHOTS -> "the number of snapshots";
      case VOLUMES -> "the number of volumes";
    };
  }

  private static String days(int days) {
    return days == 1 ? "one day" : days + " days";
  }

  private String amount(WatchedSeries series, double value) {
    return amounts.of(series.unit(), value);
  }

  private String signed(WatchedSeries series, double move) {
    return (move > 0 ? "+" : "") + amount(series, move);
  }

  /** Of the series as far as it is believed. */
  List<SeriesPattern> patterns(SeriesHistory history, ResumedScan scan) {
    double[] believed = history.values().values();
    for (int step = 0; step < believed.length; step++) {
      if (ScannedSeries.isFault(scan.reading(step))) {
        believed[step] = Double.NaN;
      }
    }
    DailySeries series =
        DailySeries.of(history.values().id(), DayAxis.DATE, history.values().firstDay(), believed);
    if (!(PatternFinder.find(series) instanceof PatternOutcome.Found found)) {
      return List.of();
    }
    Measure.Unit unit = history.key().measure().unit();
    List<SeriesPattern> patterns = new ArrayList<>();
    for (Pattern pattern : found.patterns()) {
      patterns.add(
          new SeriesPattern(
              history.key(),
              pattern.label(),
              LocalDate.ofEpochDay(pattern.day()),
              pattern.size(),
              pattern.evidence(DayAxis.DATE, value -> amounts.of(unit, value))));
    }
    return patterns;
  }
}
