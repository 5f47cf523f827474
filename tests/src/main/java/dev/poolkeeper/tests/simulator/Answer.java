package dev.poolkeeper.tests.simulator;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** What a call gives: a value, or rows that are made one after the other. */
sealed interface Answer {

  /** Writes the answer as one JSON value. */
  void write(JsonGenerator generator);

  /** The same answer with the first part of its rows. */
  Answer firstRows(double part);

  record Value(JsonNode node) implements Answer {

    @Override
    public void write(JsonGenerator generator) {
      generator.writeTree(node);
    }

    @Override
    public Answer firstRows(double part) {
      return node.isArray() ? new Rows(node).firstRows(part) : this;
    }
  }

  record Rows(Iterable<? extends JsonNode> rows) implements Answer {

    @Override
    public void write(JsonGenerator generator) {
      generator.writeStartArray();
      for (JsonNode row : rows) {
        generator.writeTree(row);
      }
      generator.writeEndArray();
    }

    @Override
    public Answer firstRows(double part) {
      List<JsonNode> all = new ArrayList<>();
      rows.forEach(all::add);
      return new Rows(all.subList(0, (int) (all.size() * part)));
    }
  }

  static Answer of(JsonNode node) {
    return new Value(node);
  }

  static Answer rows(Iterable<? extends JsonNode> rows) {
    return new Rows(rows);
  }
}
