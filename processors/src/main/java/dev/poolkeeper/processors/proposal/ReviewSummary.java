package dev.poolkeeper.processors.proposal;

import java.util.ArrayList;
import java.util.List;

/**
 * What a night made of its confirmed findings.
 *
 * @param findings how many were planned for
 * @param made new proposals
 * @param withheld findings that a guard lets nothing be proposed of
 * @param why in words
 */
public record ReviewSummary(int findings, int made, int withheld, List<String> why) {

  public ReviewSummary {
    why = List.copyOf(why);
  }

  /** This and more to be said. */
  public ReviewSummary and(List<String> more) {
    List<String> all = new ArrayList<>(why);
    all.addAll(more);
    return new ReviewSummary(findings, made, withheld, all);
  }
}
