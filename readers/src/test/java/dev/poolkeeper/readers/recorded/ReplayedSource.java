package dev.poolkeeper.readers.recorded;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Side;
import dev.poolkeeper.processors.inventory.SourceContact;
import dev.poolkeeper.readers.json.RowFormat;
import dev.poolkeeper.readers.json.RowSink;
import dev.poolkeeper.readers.kubernetes.KubeletSummaries;
import dev.poolkeeper.readers.kubernetes.KubernetesKind;
import dev.poolkeeper.readers.kubernetes.KubernetesList;
import dev.poolkeeper.readers.source.AnswerSink;
import dev.poolkeeper.readers.source.CheckLine;
import dev.poolkeeper.readers.source.LiveSource;
import dev.poolkeeper.readers.truenas.AnswerFormats;
import dev.poolkeeper.readers.truenas.TrueNasMethods;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Answers as a live source would with what a recording's folder holds. */
final class ReplayedSource implements LiveSource {

  private final Path folder;
  private final Side side;

  ReplayedSource(Path folder, Side side) {
    this.folder = folder;
    this.side = side;
  }

  @Override
  public boolean asks(ObjectKind kind) {
    return names(kind).stream().anyMatch(this::recorded);
  }

  @Override
  public void stream(ObjectKind kind, AnswerSink sink) {
    names(kind).stream()
        .filter(this::recorded)
        .forEach(
            name -> {
              RowSink rows = sink.answer(name, row -> List.of());
              RecordedFile file = new RecordedFile(folder.resolve(name + ".json"));
              if (kind == ObjectKind.NAS_IDENTITY) {
                file.text(AnswerFormats::text, rows);
              } else {
                file.stream(format(kind), rows);
              }
            });
  }

  private RowFormat format(ObjectKind kind) {
    return switch (kind) {
      case VOLUME_STATS -> new KubeletSummaries();
      case CLUSTER_VERSION -> AnswerFormats::single;
      default ->
          side == Side.NAS ? AnswerFormats.of(kind) : new KubernetesList(KubernetesKind.of(kind));
    };
  }

  private boolean recorded(String name) {
    return Files.exists(folder.resolve(name + ".json"));
  }

  private static List<String> names(ObjectKind kind) {
    return kind.side() == Side.NAS ? TrueNasMethods.of(kind) : List.of(kind.plural());
  }

  @Override
  public void check(Consumer<CheckLine> lines) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SourceContact contact() {
    return new SourceContact("replayed", "files", 0, List.of());
  }

  @Override
  public void close() {
    // nothing is open
  }
}
