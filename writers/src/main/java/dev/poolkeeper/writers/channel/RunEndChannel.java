package dev.poolkeeper.writers.channel;

/** A channel that hears of every run how it ended, of failed ones too, which have no report. */
public interface RunEndChannel extends Channel {

  /** Tries once; nobody comes again with it. */
  Receipt ended(RunEnd end);
}
