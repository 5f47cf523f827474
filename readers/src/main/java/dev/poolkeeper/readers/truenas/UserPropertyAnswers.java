package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.processors.inventory.UserProperty;
import dev.poolkeeper.readers.json.RowSink;
import dev.poolkeeper.readers.json.Values;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Collects what {@code pool.dataset.userprop.query} answers: on CORE the only place that tells user
 * properties. Only the kept ones stay in memory.
 */
public final class UserPropertyAnswers implements RowSink {

  private final RowSink problems;
  private final Map<String, Map<String, UserProperty>> byDataset = new HashMap<>();

  /** For releases that tell user properties with the datasets. */
  public static UserPropertyAnswers none() {
    return new UserPropertyAnswers(
        new RowSink() {
          @Override
          public void row(String place, JsonNode row) {
            throw new IllegalStateException("nothing is answered apart");
          }

          @Override
          public void unreadable(String place, String seen, String next) {
            throw new IllegalStateException("nothing is answered apart");
          }
        });
  }

  /** Passes what cannot be read on to {@code problems}, which gets no row. */
  public UserPropertyAnswers(RowSink problems) {
    this.problems = problems;
  }

  @Override
  public void row(String place, JsonNode row) {
    Optional<String> id = Values.text(row.path("id"));
    if (id.isEmpty()) {
      problems.unreadable(place, "a row without id", "the row was skipped; export it again");
      return;
    }
    Map<String, UserProperty> kept = UserProperties.of(row.path("properties"), true);
    if (!kept.isEmpty()) {
      byDataset.put(id.get(), kept);
    }
  }

  @Override
  public void unreadable(String place, String seen, String next) {
    problems.unreadable(place, seen, next);
  }

  Map<String, Map<String, UserProperty>> byDataset() {
    return byDataset;
  }
}
