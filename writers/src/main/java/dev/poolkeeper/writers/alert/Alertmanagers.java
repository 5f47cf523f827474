package dev.poolkeeper.writers.alert;

import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.writers.channel.Answers;
import dev.poolkeeper.writers.channel.Probe;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.http.HttpCall;
import dev.poolkeeper.writers.http.HttpCaller;
import dev.poolkeeper.writers.http.HttpReply;
import dev.poolkeeper.writers.http.HttpReply.Answer;
import dev.poolkeeper.writers.json.CompactJson;
import dev.poolkeeper.writers.text.VisibleText;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The members of a cluster, or one Alertmanager alone. As Prometheus does, each member is told
 * itself; they agree among themselves who notifies. It is told when one of them took it.
 */
public final class Alertmanagers implements AutoCloseable {

  private static final String ALERTS = "/api/v2/alerts";

  private final List<HttpCaller> members;
  private final Optional<String> authorization;
  private final CompactJson json = new CompactJson();

  /**
   * @param members at least one
   * @param authorization value of the header
   */
  public Alertmanagers(List<HttpCaller> members, Optional<String> authorization) {
    this.members = List.copyOf(members);
    this.authorization = authorization;
  }

  /**
   * Tells every member.
   *
   * @param reference of the receipt, when one of them took it
   */
  Receipt post(String alerts, String reference) {
    List<Receipt> receipts = new ArrayList<>();
    for (HttpCaller member : members) {
      receipts.add(post(member, alerts));
    }
    List<Receipt> taken =
        receipts.stream()
            .filter(receipt -> receipt.outcome().kind() == Outcome.Kind.DELIVERED)
            .toList();
    String said =
        receipts.stream()
            .map(receipt -> receipt.outcome().said())
            .collect(Collectors.joining("; "));
    if (!taken.isEmpty()) {
      String of =
          taken.size() == members.size()
              ? ""
              : "taken by %d of %d: ".formatted(taken.size(), members.size());
      return Receipt.delivered(of + said, reference, Optional.empty());
    }
    Receipt worst =
        receipts.stream().filter(Alertmanagers::later).findFirst().orElse(receipts.get(0));
    return new Receipt(
        new Outcome(worst.outcome().kind(), worst.outcome().code(), said),
        Optional.empty(),
        Optional.empty(),
        worst.retryAfter());
  }

  private static boolean later(Receipt receipt) {
    return receipt.outcome().kind() == Outcome.Kind.DEFERRED
        || receipt.outcome().kind() == Outcome.Kind.UNREACHABLE;
  }

  /** The same alert twice is one, so a lost answer is no more than a reason to come again. */
  private Receipt post(HttpCaller member, String alerts) {
    URI uri = member.place().below(ALERTS);
    Receipt receipt =
        Answers.of(member.call(authorized(HttpCall.json("POST", uri, alerts))), "POST " + uri);
    return receipt.outcome().kind() == Outcome.Kind.UNKNOWN
        ? Receipt.of(Outcome.Kind.DEFERRED, receipt.outcome().said())
        : receipt;
  }

  private HttpCall authorized(HttpCall call) {
    return authorization.map(value -> call.with("Authorization", value)).orElse(call);
  }

  /** Asks each for its version and state. */
  List<Probe> look() {
    return members.stream().map(this::look).toList();
  }

  private Probe look(HttpCaller member) {
    String what = member.place().toString();
    HttpReply reply = member.call(authorized(HttpCall.get(member.place().below("/api/v2/status"))));
    JsonNode status = reply instanceof Answer answer ? json.tree(answer.body()) : json.tree("");
    String version = status.path("versionInfo").path("version").asString("");
    if (reply instanceof Answer answer && answer.good() && !version.isEmpty()) {
      return Probe.ok(
          what,
          VisibleText.of(
              "Alertmanager %s, cluster %s"
                  .formatted(version, status.path("cluster").path("status").asString("?"))));
    }
    Receipt receipt = Answers.of(reply, "GET /api/v2/status");
    return Probe.failed(
        what,
        receipt.outcome().kind() == Outcome.Kind.DELIVERED
            ? "it answers, but not as Alertmanager 0.16 or newer does"
            : receipt.outcome().said(),
        "see url, and whether it wants username and password-file, or token-file");
  }

  @Override
  public void close() {
    members.forEach(HttpCaller::close);
  }
}
