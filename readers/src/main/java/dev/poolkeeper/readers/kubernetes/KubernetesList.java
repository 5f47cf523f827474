package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.json.RowFormat;
import dev.poolkeeper.readers.json.RowSink;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A list as {@code kubectl get -o json} or an API server writes it: one object, its rows in {@code
 * items}. Every item must say its kind, or the list must have said it before.
 */
public final class KubernetesList implements RowFormat {

  private final KubernetesKind kind;

  public KubernetesList(KubernetesKind kind) {
    this.kind = kind;
  }

  @Override
  public void stream(JsonParser parser, RowSink sink) {
    read(parser, sink).ifPresent(header -> header.judgeWhole(sink));
  }

  /** Streams one page of a list; answers the token that asks for the next, empty on the last. */
  public Optional<String> page(JsonParser parser, RowSink sink) {
    Optional<ListHeader> page = read(parser, sink);
    return page.isPresent() && page.get().judgePage(sink) ? page.get().next() : Optional.empty();
  }

  private Optional<ListHeader> read(JsonParser parser, RowSink sink) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      sink.unreadable("", Json.kindOf(parser) + " where a Kubernetes list is expected", "");
      return Optional.empty();
    }
    ListHeader header = new ListHeader(kind);
    ItemCheck check = new ItemCheck(kind, header, sink);
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals("items")) {
        items(parser, header, check, sink);
      } else {
        header.read(name, parser);
      }
    }
    return Optional.of(header);
  }

  private static void items(JsonParser parser, ListHeader header, ItemCheck check, RowSink sink) {
    header.itemsSeen();
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      sink.unreadable("items", Json.kindOf(parser) + " where a list is expected", "");
      parser.skipChildren();
      return;
    }
    for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
      check.item("items[" + index + "]", Json.value(parser));
    }
  }
}
