package dev.poolkeeper.readers.recorded;

import dev.poolkeeper.processors.inventory.CaptureProblem;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Side;
import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.json.RowMapper;
import dev.poolkeeper.readers.json.RowSink;
import dev.poolkeeper.readers.json.Values;
import dev.poolkeeper.readers.kubernetes.KubernetesKind;
import dev.poolkeeper.readers.source.AnswerSink;
import dev.poolkeeper.readers.truenas.TrueNasMethods;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the answers that make up one kind of one source, each into the file of its name. */
final class KindRecorder implements AnswerSink {

  private final Path folder;
  private final ObjectKind kind;
  private final RecordedFields fields;
  private final Map<String, AnswerFile> answers = new LinkedHashMap<>();

  KindRecorder(Path folder, ObjectKind kind, RecordedFields fields) {
    this.folder = folder;
    this.kind = kind;
    this.fields = fields;
  }

  /** The same answer may come in several parts, such as one per pool. */
  @Override
  public RowSink answer(String name, RowMapper mapper) {
    return answers.computeIfAbsent(name, this::open);
  }

  /** A recorded estate has to stand alone, without a ledger that remembers. */
  @Override
  public RowSink names(String name, RowMapper mapper) {
    throw new IllegalStateException(name + " told names only, of a source that nobody remembers");
  }

  @Override
  public void startOver() {
    try {
      for (AnswerFile answer : answers.values()) {
        answer.drop();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    answers.clear();
  }

  /** Whether anything was answered, be it an empty list. */
  boolean answered() {
    return !answers.isEmpty();
  }

  long rows() {
    return answers.values().stream().mapToLong(AnswerFile::rows).sum();
  }

  /** What could not be read; nothing when every row was. */
  List<CaptureProblem> problems() {
    List<CaptureProblem> problems = new ArrayList<>();
    answers.values().forEach(answer -> problems.addAll(answer.problems()));
    return problems;
  }

  /**
   * Ends the kind.
   *
   * @param whole whether all of it was read
   */
  void end(boolean whole) throws IOException {
    for (AnswerFile answer : answers.values()) {
      if (!whole) {
        answer.leavePartial();
      } else if (worthNothing(answer)) {
        answer.drop();
      } else {
        answer.keep();
      }
    }
  }

  /**
   * No object where one was asked for; or the empty answer that a method leaves which the release
   * does not have, beside that of another one.
   */
  private boolean worthNothing(AnswerFile answer) {
    AnswerFile last = List.copyOf(answers.values()).get(answers.size() - 1);
    return answer.rows() == 0
        && (answer != last || shape(answer.name()) == AnswerFile.Shape.SINGLE);
  }

  private AnswerFile open(String name) {
    Optional<Fields> known = fields.of(name);
    Fields harmless = known.orElse(new Fields());
    AnswerFile file =
        new AnswerFile(folder.resolve(name + ".json"), shape(name), row -> row(harmless, row));
    if (known.isEmpty() && kind != ObjectKind.NAS_IDENTITY) {
      file.unreadable("", "an answer of which nothing is known to be harmless", "report it");
    }
    return file;
  }

  private AnswerFile.Shape shape(String name) {
    if (name.equals(TrueNasMethods.USER_PROPERTIES)) {
      return AnswerFile.Shape.LIST;
    }
    return switch (kind) {
      case CLUSTER_VERSION, NAS_SYSTEM, NAS_IDENTITY, ISCSI_GLOBAL -> AnswerFile.Shape.SINGLE;
      case VOLUME_STATS -> AnswerFile.Shape.LIST;
      default ->
          kind.side() == Side.CLUSTER ? AnswerFile.Shape.KUBERNETES_LIST : AnswerFile.Shape.LIST;
    };
  }

  private JsonNode row(Fields known, JsonNode row) {
    if (kind == ObjectKind.NAS_IDENTITY) {
      return Json.text(Values.text(row).orElse(""));
    }
    ObjectNode harmless = known.harmless(row);
    return shape("") == AnswerFile.Shape.KUBERNETES_LIST ? named(harmless) : harmless;
  }

  /** Items of a server's list do not say their kind; those of a recorded list have to. */
  private JsonNode named(ObjectNode item) {
    KubernetesKind entry = KubernetesKind.of(kind);
    ObjectNode named = Json.object();
    named.put("apiVersion", Values.text(item.path("apiVersion")).orElse(entry.versions().get(0)));
    named.put("kind", entry.kindName());
    return named.setAll(item).put("kind", entry.kindName());
  }
}
