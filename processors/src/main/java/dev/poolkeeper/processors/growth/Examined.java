package dev.poolkeeper.processors.growth;

/** What came of looking at one series. */
public sealed interface Examined permits Examination, NotForecast {

  /** The id of the series. */
  String id();
}
