package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.readers.json.KnownAttributes;
import dev.poolkeeper.readers.json.Row;
import dev.poolkeeper.readers.json.Values;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One API object: its row, and what every object's metadata says. */
record KubernetesObject(Row row) {

  String cluster() {
    return row.source();
  }

  String name() {
    return row.require("metadata", "name");
  }

  String namespace() {
    return row.require("metadata", "namespace");
  }

  String uid() {
    return row.textOrNone("metadata", "uid");
  }

  /** Creation; the time of capture when it is not told, as a new object is the safest guess. */
  Instant createdAt() {
    return row.instant("metadata", "creationTimestamp").orElse(row.seenAt());
  }

  Optional<Instant> deletedAt() {
    return row.instant("metadata", "deletionTimestamp");
  }

  /** What holds back a deletion that was asked for; nobody asks before that. */
  List<String> finalizers() {
    return deletedAt().isPresent() ? row.texts("metadata", "finalizers") : List.of();
  }

  /** Labels, but none whose name says that its value is a secret. */
  Map<String, String> labels() {
    Map<String, String> labels = new TreeMap<>();
    row.at("metadata", "labels").properties().stream()
        .filter(label -> !KnownAttributes.secret(label.getKey()))
        .forEach(
            label ->
                Values.text(label.getValue())
                    .ifPresent(value -> labels.put(label.getKey(), value)));
    return labels;
  }

  Optional<String> keep() {
    return OptOuts.reason(row.at("metadata"));
  }
}
