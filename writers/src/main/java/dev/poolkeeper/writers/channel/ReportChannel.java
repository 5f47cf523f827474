package dev.poolkeeper.writers.channel;

import dev.poolkeeper.processors.delivery.NightDigest;
import dev.poolkeeper.processors.delivery.WeekDigest;

/** A channel that is told of runs as a whole. */
public interface ReportChannel extends Channel {

  /** What every try will send of a night; like {@link NoticeChannel#make}. */
  byte[] make(NightDigest night);

  /** What every try will send of a week; like {@link NoticeChannel#make}. */
  byte[] make(WeekDigest week);
}
