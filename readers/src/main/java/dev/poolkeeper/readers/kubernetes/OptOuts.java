package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.readers.json.Values;
import dev.poolkeeper.readers.json.Visible;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Decides whether an object's labels or annotations ask to leave it alone: ours and others'. */
final class OptOuts {

  private record OptOut(String key, Predicate<String> asks) {}

  private static final List<OptOut> KNOWN =
      List.of(
          new OptOut("poolkeeper.dev/keep", value -> !value.strip().equalsIgnoreCase("false")),
          new OptOut("kor/used", value -> value.strip().equalsIgnoreCase("true")),
          new OptOut("janitor/ttl", value -> value.strip().equalsIgnoreCase("forever")),
          new OptOut("helm.sh/resource-policy", value -> value.strip().equalsIgnoreCase("keep")),
          new OptOut("argocd.argoproj.io/sync-options", OptOuts::refusesDeletion),
          new OptOut("excluded-from-alerts", value -> value.strip().equalsIgnoreCase("true")),
          // the metrics of both spellings are one, so either may be found
          new OptOut("excluded_from_alerts", value -> value.strip().equalsIgnoreCase("true")));

  private OptOuts() {}

  /** One of the options, with commas and spaces between them. */
  private static boolean refusesDeletion(String options) {
    return Arrays.stream(options.split(",", -1))
        .map(String::strip)
        .anyMatch("Delete=false"::equals);
  }

  /** The first opt-out of an object's metadata, {@code annotation kor/used=true}. */
  static Optional<String> reason(JsonNode metadata) {
    return KNOWN.stream()
        .flatMap(
            optOut ->
                reason("annotation", metadata.path("annotations"), optOut)
                    .or(() -> reason("label", metadata.path("labels"), optOut))
                    .stream())
        .findFirst();
  }

  private static Optional<String> reason(String where, JsonNode pairs, OptOut optOut) {
    JsonNode value = pairs.path(optOut.key());
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    String text = Values.text(value).orElse("");
    return optOut.asks().test(text)
        ? Optional.of(where + " " + optOut.key() + "=" + Visible.text(text))
        : Optional.empty();
  }
}
