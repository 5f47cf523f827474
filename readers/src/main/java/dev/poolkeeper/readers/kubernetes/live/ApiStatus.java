package dev.poolkeeper.readers.kubernetes.live;

import dev.poolkeeper.readers.json.Values;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The words of an API server about a request that it did not serve. */
record ApiStatus(String reason, String message) {

  /** Empty for an answer that no API server gave, whatever its code. */
  static Optional<ApiStatus> of(Answer answer) {
    if (answer.flaw().isPresent()) {
      return Optional.empty();
    }
    JsonNode status = answer.tree();
    return Values.text(status.path("kind"))
        .filter("Status"::equals)
        .map(
            kind ->
                new ApiStatus(
                    Values.text(status.path("reason")).orElse(""),
                    Values.text(status.path("message")).orElse("")));
  }
}
