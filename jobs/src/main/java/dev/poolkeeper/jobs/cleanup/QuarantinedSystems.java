package dev.poolkeeper.jobs.cleanup;

import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.processors.proposal.StepRecord;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether the systems that quarantine took something away from still are those that bear their
 * names. On another one, what is made again would serve data that are not the same, or nothing.
 */
public final class QuarantinedSystems {

  private static final String UNTOLD = "";

  private final Function<LocalDate, Map<String, String>> known;
  private final Function<Set<String>, Map<String, String>> now;

  /**
   * @param known identity by source on a night, an empty text where it was not told
   * @param now identity by source, of some sources
   */
  QuarantinedSystems(
      Function<LocalDate, Map<String, String>> known,
      Function<Set<String>, Map<String, String>> now) {
    this.known = known;
    this.now = now;
  }

  /** Those of a configuration, asked over the network. */
  public static QuarantinedSystems of(
      Configuration configuration, Function<LocalDate, Map<String, String>> known, Clock clock) {
    return new QuarantinedSystems(
        known, sources -> SystemIdentities.live(configuration, sources, clock));
  }

  /**
   * Which of them is another one, in words; empty when none is.
   *
   * @param steps what a cleanup has begun
   */
  public Optional<String> replaced(List<StepRecord> steps) {
    Set<String> sources =
        steps.stream().map(one -> one.step().target().source()).collect(Collectors.toSet());
    Map<String, String> present = sources.isEmpty() ? Map.of() : now.apply(sources);
    for (StepRecord one : steps) {
      String source = one.step().target().source();
      LocalDate day = LocalDate.ofInstant(one.beganAt(), ZoneOffset.UTC);
      String then = known.apply(day).getOrDefault(source, UNTOLD);
      String seen = present.getOrDefault(source, UNTOLD);
      if (!then.equals(seen)) {
        return Optional.of(
            "%s is not the system that something was taken away from (%s then, %s now): nothing is made on it"
                .formatted(source, words(then), words(seen)));
      }
    }
    return Optional.empty();
  }

  private static String words(String identity) {
    return identity.equals(UNTOLD) ? "not told" : identity;
  }
}
