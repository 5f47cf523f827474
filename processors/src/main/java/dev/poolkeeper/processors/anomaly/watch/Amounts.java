package dev.poolkeeper.processors.anomaly.watch;

import dev.poolkeeper.processors.history.Measure;

/** Writes an amount for people. */
@FunctionalInterface
public interface Amounts {

  String of(Measure.Unit unit, double amount);
}
