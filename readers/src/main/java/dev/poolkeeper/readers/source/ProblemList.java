package dev.poolkeeper.readers.source;

import dev.poolkeeper.processors.inventory.CaptureProblem;
import java.util.ArrayList;
import java.util.List;

/** Keeps the first 20 problems and counts the rest. */
public final class ProblemList {

  private static final int LIMIT = 20;

  private final List<CaptureProblem> first = new ArrayList<>();
  private long more;

  public void add(CaptureProblem problem) {
    if (first.size() < LIMIT) {
      first.add(problem);
    } else {
      more++;
    }
  }

  public boolean isEmpty() {
    return first.isEmpty();
  }

  public List<CaptureProblem> list(String where) {
    if (more == 0) {
      return List.copyOf(first);
    }
    List<CaptureProblem> all = new ArrayList<>(first);
    all.add(
        new CaptureProblem(
            where, "and " + more + " more", "solve those above first, most share their cause"));
    return List.copyOf(all);
  }
}
