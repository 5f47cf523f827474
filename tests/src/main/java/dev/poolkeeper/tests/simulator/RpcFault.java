package dev.poolkeeper.tests.simulator;

import io.vertx.core.Vertx;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Faults as they look on a WebSocket. */
record RpcFault(WebSocketWire wire, RpcReplies replies, JsonNode id, String method) {

  private static final String PAGE =
      "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>";

  /** Does the fault instead of the call, where there is no need for an answer. */
  boolean replaces(Fault fault, Vertx vertx, Pace pace) {
    switch (fault.kind()) {
      case DROP_BEFORE -> wire.cut();
      case SILENCE -> vertx.setTimer(pace.proxyTimeout().toMillis(), timer -> wire.cut());
      case GARBAGE -> wire.send(Chunks.of("\u0000\u0001 this is no JSON {]"));
      case HTML -> wire.send(Chunks.of(PAGE));
      case PRETEND -> wire.send(RpcReplies.result(id, Answer.of(Trees.parse(fault.text()))));
      case MISSING -> send(CallFailure.unknownMethod(method));
      case ERROR -> send(CallFailure.call(Errno.valueOf(fault.errname()), fault.reason()));
      case STATUS -> send(nearest(fault.status()));
      default -> {
        return false;
      }
    }
    return true;
  }

  private void send(CallFailure failure) {
    wire.send(replies.failure(id, method, failure));
  }

  private static CallFailure nearest(int status) {
    return switch (status) {
      case 401 -> CallFailure.call(Errno.ENOTAUTHENTICATED, "Not authenticated");
      case 403 -> CallFailure.call(Errno.EACCES, "Not authorized");
      case 429 -> CallFailure.call(Errno.EBUSY, "Rate Limit Exceeded");
      default -> CallFailure.call(Errno.EFAULT, "HTTP status " + status);
    };
  }

  /** Sends an answer, whole or not. */
  void send(Chunks reply, Optional<Fault> fault) {
    Fault.Kind kind = fault.map(Fault::kind).orElse(Fault.Kind.STALL);
    if (kind == Fault.Kind.DROP_MIDWAY) {
      wire.sendHalf(reply);
    } else if (kind == Fault.Kind.CUT_SHORT) {
      Chunks part = new Chunks();
      reply
          .first(reply.length() / 2)
          .forEach(buffer -> part.write(buffer.getBytes(), 0, buffer.length()));
      wire.send(part);
      wire.close(WebSocketWire.NORMAL, "");
    } else {
      wire.send(reply);
    }
  }

  /** An answer that is well-formed but lacks rows. */
  static Answer shortened(Answer answer, Optional<Fault> fault) {
    Fault.Kind kind = fault.map(Fault::kind).orElse(Fault.Kind.STALL);
    if (kind == Fault.Kind.HALF_LIST) {
      return answer.firstRows(0.5);
    }
    return kind == Fault.Kind.EMPTY_LIST ? answer.firstRows(0) : answer;
  }
}
