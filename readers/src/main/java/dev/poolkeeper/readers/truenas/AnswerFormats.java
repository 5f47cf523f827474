package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.json.RowFormat;
import dev.poolkeeper.readers.json.RowSink;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** Finds the rows in bare answers of TrueNAS methods; envelopes around them are refused. */
public final class AnswerFormats {

  private AnswerFormats() {}

  /** The shape of a kind's answer. */
  public static RowFormat of(ObjectKind kind) {
    return switch (kind) {
      case NAS_IDENTITY -> AnswerFormats::text;
      case NAS_SYSTEM, ISCSI_GLOBAL -> AnswerFormats::single;
      case DATASET -> AnswerFormats::datasets;
      default -> AnswerFormats::list;
    };
  }

  /** A list of rows. */
  public static void list(JsonParser parser, RowSink sink) {
    if (!startsList(parser, sink)) {
      return;
    }
    for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
      object("[" + index + "]", parser, sink);
    }
  }

  /** A list of datasets, whose {@code children} are whole rows again, at any depth. */
  public static void datasets(JsonParser parser, RowSink sink) {
    if (startsList(parser, sink)) {
      new DatasetTree(sink).rows("", parser);
    }
  }

  /** One object. */
  public static void single(JsonParser parser, RowSink sink) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      sink.unreadable("", Json.kindOf(parser) + " where one object is expected", "");
      return;
    }
    JsonNode answer = Json.value(parser);
    Envelope.around(answer)
        .ifPresentOrElse(
            envelope -> sink.unreadable("", envelope.seen(), envelope.next()),
            () -> sink.row("", answer));
  }

  /** One text. */
  public static void text(JsonParser parser, RowSink sink) {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      sink.row("", Json.value(parser));
    } else if (parser.currentToken() == JsonToken.START_OBJECT) {
      Envelope envelope = Envelope.instead(parser, "a text");
      sink.unreadable("", envelope.seen(), envelope.next());
    } else {
      sink.unreadable("", Json.kindOf(parser) + " where a text is expected", "");
      parser.skipChildren();
    }
  }

  private static boolean startsList(JsonParser parser, RowSink sink) {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      return true;
    }
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      Envelope envelope = Envelope.instead(parser, "a list");
      sink.unreadable("", envelope.seen(), envelope.next());
    } else {
      sink.unreadable("", Json.kindOf(parser) + " where a list is expected", "");
    }
    return false;
  }

  private static void object(String place, JsonParser parser, RowSink sink) {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      sink.row(place, Json.value(parser));
    } else {
      sink.unreadable(place, Json.kindOf(parser) + " where an object is expected", "");
      parser.skipChildren();
    }
  }
}
