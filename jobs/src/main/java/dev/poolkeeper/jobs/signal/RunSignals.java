package dev.poolkeeper.jobs.signal;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.jobs.configuration.ChannelSettings;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.configuration.SignalSettings;
import dev.poolkeeper.jobs.nightly.Progress;
import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.writers.channel.Channel;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.channel.RunEnd;
import dev.poolkeeper.writers.channel.RunEndChannel;
import dev.poolkeeper.writers.http.CallContext;
import dev.poolkeeper.writers.http.HttpCaller;
import dev.poolkeeper.writers.notice.NoticeTexts;
import dev.poolkeeper.writers.trace.OtlpTraces;
import dev.poolkeeper.writers.trace.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Tells others that a run begins and how it ended, also when it failed and has no report: the
 * dead-man's switch, the figures of its end, its trace. Each is tried once, for some seconds at
 * most; what does not work is logged and never fails the run.
 */
public final class RunSignals {

  /** A run. */
  @FunctionalInterface
  public interface Work {

    /**
     * @param watch is to know of every step
     * @return the exit code
     */
    int run(Progress.Watch watch) throws Exception;
  }

  private static final Logger LOG = LoggerFactory.getLogger(RunSignals.class);
  private static final String TRACE = "trace";

  private final List<ChannelSettings> channels;
  private final SignalSettings signals;
  private final String job;
  private final String version;
  private final Clock clock;

  private RunSignals(
      List<ChannelSettings> channels,
      SignalSettings signals,
      String job,
      String version,
      Clock clock) {
    this.channels = channels;
    this.signals = signals;
    this.job = job;
    this.version = version;
    this.clock = clock;
  }

  public static RunSignals of(
      Configuration configuration, String job, String version, Clock clock) {
    return new RunSignals(configuration.channels(), configuration.signals(), job, version, clock);
  }

  /** Of a run that is nobody's business: that of made-up data. */
  public static RunSignals none(String job, Clock clock) {
    return new RunSignals(List.of(), SignalSettings.NONE, job, "", clock);
  }

  /**
   * Runs it, and tells.
   *
   * @return its exit code
   */
  public int around(Work work) throws Exception {
    Instant start = clock.instant();
    Optional<RunTrace> trace = signals.tracing().map(to -> new RunTrace(job, clock));
    Progress.Watch watch = trace.<Progress.Watch>map(known -> known).orElse(Progress.Watch.NOBODY);
    CallContext calls = new CallContext(clock, watch.observations());
    Optional<DeadMansPing> ping =
        signals
            .ping()
            .filter(settings -> settings.jobs().contains(job))
            .map(settings -> new DeadMansPing(settings, calls));
    trace.ifPresent(known -> MDC.put(TRACE, known.id()));
    ping.ifPresent(known -> quietly("ping", known::started));
    int exitCode = ExitCode.FAILED;
    try {
      exitCode = work.run(watch);
      return exitCode;
    } finally {
      int code = exitCode;
      Instant end = clock.instant();
      RunEnd told = new RunEnd(job, code != ExitCode.FAILED, end, Duration.between(start, end));
      channels.stream()
          .filter(channel -> channel.jobs().contains(job))
          .forEach(channel -> quietly("figures", () -> ended(channel, told, calls)));
      ping.ifPresent(known -> quietly("ping", () -> known.ended(job, code, well(code))));
      trace.ifPresent(known -> quietly("tracing", () -> export(known, code)));
      MDC.clear();
    }
  }

  /** A run that could not tell everybody is one that somebody has to look at. */
  private static boolean well(int exitCode) {
    return exitCode != ExitCode.FAILED && exitCode != ExitCode.NOT_DELIVERED;
  }

  private static void ended(ChannelSettings settings, RunEnd end, CallContext calls) {
    try (Channel channel = settings.opener().open(new NoticeTexts(Optional.empty()), calls)) {
      if (channel instanceof RunEndChannel told) {
        warn("figures", told.ended(end));
      }
    }
  }

  private void export(RunTrace trace, int exitCode) {
    List<Span> spans = trace.ended(exitCode, exitCode != ExitCode.FAILED);
    SignalSettings.Tracing to = signals.tracing().orElseThrow();
    TreeMap<String, String> resource = new TreeMap<>(to.resource());
    resource.put("service.version", version);
    try (OtlpTraces traces =
        new OtlpTraces(
            new HttpCaller(to.place(), CallContext.unobserved(clock)),
            to.authorization(),
            resource)) {
      warn("tracing", traces.send(trace.id(), spans));
    }
  }

  private static void warn(String what, Receipt receipt) {
    if (receipt.outcome().kind() != Outcome.Kind.DELIVERED) {
      LOG.warn("{}=failed seen=\"{}\"", what, receipt.outcome().said());
    }
  }

  private static void quietly(String what, Runnable signal) {
    try {
      signal.run();
    } catch (RuntimeException e) {
      LOG.warn("{}=failed seen=\"{}\"", what, e.toString());
    }
  }
}
