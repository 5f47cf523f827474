package dev.poolkeeper.tests.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One WebSocket connection to {@code /api/current}; lives on one event loop. */
final class RpcSession {

  private static final int LIMIT_BEFORE_LOGIN = 8192;
  private static final int LIMIT_AFTER_LOGIN = 65536;
  private static final int MOST_IN_FLIGHT = 20;

  private final Appliance appliance;
  private final Vertx vertx;
  private final boolean secure;
  private final RpcReplies replies;
  private final WebSocketWire wire;
  private final PinnedVersion pinned;
  // set by the worker that logs in, read by the event loop
  private volatile Optional<Rights> rights = Optional.empty();
  private int inFlight;
  private long idleTimer;

  /**
   * Serves a connection.
   *
   * @param endpoint {@code current} or a version that was pinned
   */
  RpcSession(Appliance appliance, Vertx vertx, NetSocket socket, boolean secure, String endpoint) {
    this.appliance = appliance;
    this.pinned = new PinnedVersion(appliance.generation(), endpoint);
    this.vertx = vertx;
    this.secure = secure;
    this.replies = new RpcReplies(appliance.generation());
    this.wire =
        new WebSocketWire(
            socket,
            this::message,
            () -> rights.isEmpty() ? LIMIT_BEFORE_LOGIN : LIMIT_AFTER_LOGIN,
            this::tooBig);
    wire.onActivity(this::restartIdleTimer);
    restartIdleTimer();
    socket.closeHandler(closed -> vertx.cancelTimer(idleTimer));
  }

  private void restartIdleTimer() {
    vertx.cancelTimer(idleTimer);
    idleTimer = vertx.setTimer(appliance.pace().idleTimeout().toMillis(), timer -> wire.cut());
  }

  private void tooBig() {
    wire.close(
        rights.isEmpty() ? WebSocketWire.INVALID : WebSocketWire.TOO_BIG,
        "Max message length is " + (rights.isEmpty() ? "8 kB" : "64 kB"));
  }

  private void message(String text) {
    JsonNode message;
    try {
      message = Trees.parse(text);
    } catch (JacksonException e) {
      wire.send(RpcReplies.error(null, RpcReplies.BAD_JSON, "Parse error"));
      return;
    }
    if (message.isArray()) {
      wire.send(
          RpcReplies.error(
              null, RpcReplies.BAD_JSON, "Batch messages are not supported at this time"));
      return;
    }
    JsonNode id = message.path("id");
    String complaint = complaint(message);
    if (!complaint.isEmpty()) {
      wire.send(RpcReplies.error(id.isValueNode() ? id : null, RpcReplies.BAD_ENVELOPE, complaint));
    } else if (inFlight >= MOST_IN_FLIGHT) {
      wire.send(
          RpcReplies.error(
              id,
              RpcReplies.TOO_MANY_CALLS,
              "Maximum number of concurrent calls (20) has exceeded"));
    } else {
      inFlight++;
      call(id, message.path("method").asString(), message.path("params"));
    }
  }

  private static String complaint(JsonNode message) {
    if (!message.path("jsonrpc").asString("").equals("2.0")) {
      return "Missing 'jsonrpc' member or it is not \"2.0\"";
    }
    if (!message.path("method").isString()) {
      return "Missing 'method' member";
    }
    if (message.has("params") && !message.path("params").isArray()) {
      return "`params` must be an array";
    }
    JsonNode id = message.path("id");
    boolean sound = id.isMissingNode() || id.isNull() || id.isIntegralNumber() || id.isString();
    return sound ? "" : "`id` must be of type null, string or integer";
  }

  private void call(JsonNode id, String method, JsonNode params) {
    appliance.note(method);
    Optional<Fault> fault = appliance.faults().next(method);
    Duration delay =
        fault.filter(one -> one.kind() == Fault.Kind.STALL).map(Fault::delay).orElse(Duration.ZERO);
    if (fault.filter(Fault::isForever).isPresent()) {
      return;
    }
    RpcFault broken = new RpcFault(wire, replies, id, method);
    if (fault.filter(one -> broken.replaces(one, vertx, appliance.pace())).isPresent()) {
      inFlight--;
      return;
    }
    Runnable work =
        () ->
            vertx
                .executeBlocking(() -> reply(id, method, params, fault), false)
                .onComplete(
                    done -> {
                      inFlight--;
                      if (done.failed()) {
                        wire.send(RpcReplies.error(id, -32603, String.valueOf(done.cause())));
                      } else if (!id.isMissingNode()) {
                        broken.send(done.result(), fault);
                      }
                    });
    if (delay.isZero()) {
      work.run();
    } else {
      vertx.setTimer(Math.max(1, delay.toMillis()), timer -> work.run());
    }
  }

  private Chunks reply(JsonNode id, String method, JsonNode params, Optional<Fault> fault)
      throws InterruptedException {
    try {
      pinned.check(method);
      Login login = new Login(appliance, secure);
      if (login.handles(method)) {
        Login.Outcome outcome = login.call(method, params, rights);
        rights = outcome.rights();
        return RpcReplies.result(id, Answer.of(outcome.answer()));
      }
      Rights own =
          rights.orElseThrow(() -> CallFailure.call(Errno.ENOTAUTHENTICATED, "Not authenticated"));
      return appliance.call(
          own, method, params, answer -> RpcReplies.result(id, RpcFault.shortened(answer, fault)));
    } catch (CallFailure failure) {
      return replies.failure(id, method, failure);
    } catch (IllegalArgumentException failure) {
      return replies.failure(
          id, method, CallFailure.call(Errno.EFAULT, String.valueOf(failure.getMessage())));
    }
  }
}
