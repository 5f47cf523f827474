package dev.poolkeeper.processors.retention.owner;

import java.util.List;

/**
 * The datasets that a task is about.
 *
 * @param exclude left out, with all that lies in them
 */
public record Scope(String dataset, boolean recursive, List<String> exclude) {

  public Scope {
    exclude = List.copyOf(exclude);
  }

  /** Whether it is about the dataset of that path. */
  public boolean covers(String path) {
    return path.equals(dataset)
        || (recursive
            && inside(path, dataset)
            && exclude.stream().noneMatch(out -> path.equals(out) || inside(path, out)));
  }

  private static boolean inside(String path, String outer) {
    return path.startsWith(outer + "/");
  }
}
