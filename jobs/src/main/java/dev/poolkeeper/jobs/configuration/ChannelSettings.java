package dev.poolkeeper.jobs.configuration;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.delivery.Grouping;
import dev.poolkeeper.processors.delivery.RetryPolicy;
import dev.poolkeeper.processors.delivery.Route;
import dev.poolkeeper.processors.delivery.SendWhen;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One entry of {@code poolkeeper.channels}: what it has in common with all others.
 *
 * @param name what lists call it, and what the ledger knows its matters by
 * @param routes which findings it hears of: those that any of them takes
 * @param maxNew most new matters of one run; what is beyond is told in one
 * @param proposals whether it hears of cleanups that wait for approval
 * @param quietHours when only what is critical is sent
 * @param jobs which jobs it hears of, where it is told of runs
 * @param when on which nights, where it is told of runs
 * @param reportUrl where reports can be read, with {@code {date}} and {@code {job}} in it
 * @param templates folder in which templates are looked for first
 */
public record ChannelSettings(
    String name,
    ChannelType type,
    List<Route> routes,
    Grouping grouping,
    int maxNew,
    boolean proposals,
    List<QuietHours> quietHours,
    Set<String> jobs,
    SendWhen when,
    RetryPolicy retry,
    Optional<String> reportUrl,
    Optional<Path> templates,
    ChannelOpener opener) {

  public ChannelSettings {
    requireNonNull(name, "name");
    requireNonNull(type, "type");
    routes = List.copyOf(routes);
    requireNonNull(grouping, "grouping");
    quietHours = List.copyOf(quietHours);
    jobs = Set.copyOf(jobs);
    requireNonNull(when, "when");
    requireNonNull(retry, "retry");
    requireNonNull(opener, "opener");
  }

  /** Where the report of a night can be read, when that was said. */
  public Optional<String> reportUrl(String job, LocalDate night) {
    return reportUrl.map(url -> url.replace("{date}", night.toString()).replace("{job}", job));
  }
}
