package dev.poolkeeper.jobs.cleanup;

import dev.poolkeeper.processors.proposal.Proposal;
import java.util.ArrayList;
import java.util.List;

/** What a cleanup says of every proposal it looked at, in the order in which it did. */
public final class CleanupReport {

  /** What became of a proposal. */
  public enum Result {
    /** A dry run: with --execute it would be. */
    WOULD,
    REFUSED,
    /** A limit of the run is reached. */
    LEFT,
    DONE,
    /** It did not go through; all of it is taken back. */
    TAKEN_BACK,
    FAILED
  }

  /** One proposal. */
  public record Line(Proposal proposal, Result result, String words) {}

  private final List<Line> lines = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  void say(Proposal proposal, Result result, String words) {
    lines.add(new Line(proposal, result, words));
  }

  /** What is to be said of no proposal. */
  void remark(String words) {
    remarks.add(words);
  }

  public List<String> remarks() {
    return List.copyOf(remarks);
  }

  public List<Line> lines() {
    return List.copyOf(lines);
  }
}
