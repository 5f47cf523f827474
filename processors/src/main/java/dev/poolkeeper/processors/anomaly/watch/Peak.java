package dev.poolkeeper.processors.anomaly.watch;

import dev.poolkeeper.processors.anomaly.AnomalyKind;
import dev.poolkeeper.processors.history.SeriesKey;
import java.time.LocalDate;

/** A noticeable score of one series on one day: what a site's own thresholds are fitted to. */
public record Peak(SeriesKey key, AnomalyKind kind, LocalDate day, double score) {}
