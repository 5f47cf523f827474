package dev.poolkeeper.writers.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.poolkeeper.processors.delivery.NightDigest;
import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.processors.delivery.WeekDigest;
import dev.poolkeeper.writers.channel.Answers;
import dev.poolkeeper.writers.channel.Parcel;
import dev.poolkeeper.writers.channel.Probe;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.channel.ReportChannel;
import dev.poolkeeper.writers.channel.RunEnd;
import dev.poolkeeper.writers.channel.RunEndChannel;
import dev.poolkeeper.writers.form.NightlyMetrics;
import dev.poolkeeper.writers.form.RunMetrics;
import dev.poolkeeper.writers.form.WeeklyMetrics;
import dev.poolkeeper.writers.http.HttpCall;
import dev.poolkeeper.writers.http.HttpCaller;
import dev.poolkeeper.writers.http.HttpReply;
import dev.poolkeeper.writers.http.HttpReply.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pushes the figures of a run to a Pushgateway. A report replaces its whole group (PUT), so that
 * nothing of an older one stays; how a run ended is added to the group (POST), so that a failed one
 * takes nothing away, least of all when the last good one was.
 */
public final class PushgatewayChannel implements ReportChannel, RunEndChannel {

  private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

  private final HttpCaller http;
  private final Map<String, String> grouping;
  private final Optional<String> authorization;

  /**
   * @param grouping labels of the group beside the job
   * @param authorization value of the header
   */
  public PushgatewayChannel(
      HttpCaller http, Map<String, String> grouping, Optional<String> authorization) {
    this.http = http;
    this.grouping = Map.copyOf(grouping);
    this.authorization = authorization;
  }

  /** The first line, a comment to Prometheus, says which group it is for. */
  @Override
  public byte[] make(NightDigest night) {
    StringBuilder text = head(night.origin().job());
    try {
      NightlyMetrics.write(night.report(), text);
      RunMetrics.of(night.report()).write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(UTF_8);
  }

  @Override
  public byte[] make(WeekDigest week) {
    StringBuilder text = head(week.origin().job());
    try {
      WeeklyMetrics.write(week.report(), text);
      RunMetrics.of(week.report()).write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(UTF_8);
  }

  private StringBuilder head(String job) {
    return new StringBuilder("# ").append(PushGroup.path(job, grouping)).append('\n');
  }

  @Override
  public Receipt send(Parcel parcel) {
    String path = parcel.text().lines().findFirst().orElse("").replaceFirst("^# ", "");
    if (!path.startsWith("/metrics/job/")) {
      return Receipt.of(Outcome.Kind.REFUSED, "what was made for it names no group");
    }
    return push("PUT", path, parcel.text());
  }

  @Override
  public Receipt ended(RunEnd end) {
    StringBuilder text = new StringBuilder();
    try {
      RunMetrics.of(end).write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return push("POST", PushGroup.path(end.job(), grouping), text.toString());
  }

  private Receipt push(String method, String path, String text) {
    URI uri = http.place().below(path);
    HttpCall call = new HttpCall(method, uri, Map.of("Content-Type", FORMAT), Optional.of(text));
    Receipt receipt = Answers.of(http.call(authorized(call)), method + " " + uri);
    return receipt.outcome().kind() == Outcome.Kind.UNKNOWN
        ? Receipt.of(Outcome.Kind.DEFERRED, receipt.outcome().said())
        : receipt;
  }

  private HttpCall authorized(HttpCall call) {
    return authorization.map(value -> call.with("Authorization", value)).orElse(call);
  }

  @Override
  public List<Probe> probe(boolean sendTest) {
    HttpReply reply = http.call(authorized(HttpCall.get(http.place().below("/-/ready"))));
    Probe ready =
        Probe.of(
            "ready",
            Answers.of(reply, "GET /-/ready"),
            "see url, and whether it wants username and password-file, or token-file");
    if (!sendTest || !(reply instanceof Answer answer) || !answer.good()) {
      return List.of(ready);
    }
    String test = PushGroup.path("test", grouping);
    Receipt pushed = push("PUT", test, RunMetrics.TEST);
    URI uri = http.place().below(test);
    http.call(authorized(new HttpCall("DELETE", uri, Map.of(), Optional.empty())));
    return List.of(ready, Probe.of("push", pushed, "see what the Pushgateway says of the text"));
  }

  @Override
  public void close() {
    http.close();
  }
}
