package dev.poolkeeper.processors.orphan;

import java.util.OptionalLong;

/**
 * How many rows a part of the inventory had on earlier complete nights.
 *
 * @param recentMaximum most rows on the last few complete nights; empty without history
 * @param lastNonEmpty rows of the newest complete night that had any; empty without history
 */
public record RowHistory(OptionalLong recentMaximum, OptionalLong lastNonEmpty) {

  public static final RowHistory NONE = new RowHistory(OptionalLong.empty(), OptionalLong.empty());
}
