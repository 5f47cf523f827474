package dev.poolkeeper.jobs.signal;

import dev.poolkeeper.jobs.configuration.SignalSettings.Ping;
import dev.poolkeeper.jobs.turn.StopSignal;
import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.writers.channel.Answers;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.http.CallContext;
import dev.poolkeeper.writers.http.HttpCall;
import dev.poolkeeper.writers.http.HttpCaller;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls a URL when a run begins, ends well, or fails. Source: healthchecks.io, "Pinging API":
 * {@code /start}, the plain URL, {@code /fail} with what happened in the body.
 */
final class DeadMansPing {

  private static final Logger LOG = LoggerFactory.getLogger(DeadMansPing.class);

  private final Ping ping;
  private final CallContext context;

  DeadMansPing(Ping ping, CallContext context) {
    this.ping = ping;
    this.context = context;
  }

  void started() {
    if (ping.start()) {
      call(new HttpCall("GET", below("/start"), Map.of(), Optional.empty()), "start");
    }
  }

  /** One that was stopped has neither ended well nor failed: the next pod goes on and tells. */
  void ended(String job, int exitCode, boolean well) {
    if (!well && StopSignal.ofProcess().asked()) {
      return;
    }
    if (well) {
      call(new HttpCall("GET", ping.place().url(), Map.of(), Optional.empty()), "success");
    } else {
      call(
          new HttpCall(
              "POST",
              below("/fail"),
              Map.of("Content-Type", "text/plain; charset=utf-8"),
              Optional.of("%s: exit status %d".formatted(job, exitCode))),
          "fail");
    }
  }

  /** Before a query, if there is one. */
  private URI below(String word) {
    String[] parts = ping.place().url().toString().split("\\?", 2);
    String path = parts[0].replaceFirst("/+$", "") + word;
    return URI.create(parts.length < 2 ? path : path + "?" + parts[1]);
  }

  private void call(HttpCall call, String what) {
    try (HttpCaller http = new HttpCaller(ping.place(), context)) {
      Receipt receipt = Answers.of(http.call(call), "ping");
      if (receipt.outcome().kind() != Outcome.Kind.DELIVERED) {
        LOG.warn("ping={} status=failed seen=\"{}\"", what, receipt.outcome().said());
      }
    }
  }
}
