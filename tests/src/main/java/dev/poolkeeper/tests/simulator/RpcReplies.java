package dev.poolkeeper.tests.simulator;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON-RPC replies, with their keys in the appliance's order. */
final class RpcReplies {

  static final int BAD_JSON = -32700;
  static final int BAD_ENVELOPE = -32600;
  static final int UNKNOWN_METHOD = -32601;
  static final int INVALID_PARAMS = -32602;
  static final int TOO_MANY_CALLS = -32000;
  static final int CALL_ERROR = -32001;

  private final Generation generation;

  RpcReplies(Generation generation) {
    this.generation = generation;
  }

  static Chunks result(JsonNode id, Answer answer) {
    Chunks chunks = new Chunks();
    try (JsonGenerator generator = Trees.MAPPER.createGenerator(chunks)) {
      generator.writeStartObject();
      generator.writeStringProperty("jsonrpc", "2.0");
      generator.writeName("result");
      answer.write(generator);
      generator.writeName("id");
      generator.writeTree(id);
      generator.writeEndObject();
    }
    return chunks;
  }

  static Chunks error(@Nullable JsonNode id, int code, String message) {
    return error(id, code, message, null);
  }

  private static Chunks error(
      @Nullable JsonNode id, int code, String message, @Nullable ObjectNode data) {
    ObjectNode reply = Trees.object().put("jsonrpc", "2.0");
    ObjectNode error = reply.putObject("error").put("code", code).put("message", message);
    if (data != null) {
      error.set("data", data);
    }
    reply.set("id", id);
    return Chunks.of(reply.toString());
  }

  Chunks failure(JsonNode id, String method, CallFailure failure) {
    ObjectNode data = data(method, failure);
    if (failure.errno() == Errno.ENOMETHOD) {
      return error(id, UNKNOWN_METHOD, "Method does not exist", data);
    }
    return failure.complaints().isEmpty()
        ? error(id, CALL_ERROR, "Method call error", data)
        : error(id, INVALID_PARAMS, "Invalid params", data);
  }

  private ObjectNode data(String method, CallFailure failure) {
    ObjectNode data = Trees.object();
    data.put("error", generation.errno(failure.errno())).put("errname", failure.errno().name());
    data.put("reason", reason(failure));
    data.set("trace", trace(method, failure));
    if (failure.complaints().isEmpty()) {
      data.putNull("extra");
    } else {
      ArrayNode extra = data.putArray("extra");
      for (CallFailure.Complaint complaint : failure.complaints()) {
        String attribute = complaint.attribute().isEmpty() ? null : complaint.attribute();
        ArrayNode one = extra.addArray().add(attribute).add(complaint.message());
        one.add(generation.errno(complaint.errno()));
      }
    }
    return data;
  }

  private static String reason(CallFailure failure) {
    if (failure.complaints().isEmpty()) {
      return failure.reason().endsWith("()")
          ? failure.reason()
          : "[" + failure.errno() + "] " + failure.reason();
    }
    CallFailure.Complaint first = failure.complaints().get(0);
    String attribute = first.attribute().isEmpty() ? "None" : first.attribute();
    return "[" + first.errno() + "] " + attribute + ": " + first.message();
  }

  /** Frames carry the values of local variables: what must never reach a log. */
  private static ObjectNode trace(String method, CallFailure failure) {
    ObjectNode trace = Trees.object().put("class", "CallError");
    ObjectNode frame = trace.putArray("frames").addObject();
    frame.put("filename", "/usr/lib/python3/dist-packages/middlewared/main.py");
    frame.put("lineno", 1071).put("method", "_call").put("line", "return await methodobj(*args)");
    frame.set("argspec", Trees.texts(List.of("self", "app", "methodobj", "args")));
    frame
        .putObject("locals")
        .put("method", method)
        .put("api_key", TrueNasSimulator.PLANTED_SECRET)
        .put("args", "{'password': '" + TrueNasSimulator.PLANTED_SECRET + "'}");
    trace.put(
        "formatted", "Traceback (most recent call last):\n  " + String.join("\n  ", padding()));
    return trace.put("repr", "CallError('" + failure.reason() + "')");
  }

  private static List<String> padding() {
    String[] lines = new String[40];
    Arrays.fill(
        lines, "File \"/usr/lib/python3/dist-packages/middlewared/main.py\", line 1071, in _call");
    return Arrays.asList(lines);
  }
}
