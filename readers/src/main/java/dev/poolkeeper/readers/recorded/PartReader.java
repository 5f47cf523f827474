package dev.poolkeeper.readers.recorded;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Side;
import dev.poolkeeper.readers.json.RowMapper;
import dev.poolkeeper.readers.kubernetes.ClusterVersionMapper;
import dev.poolkeeper.readers.kubernetes.KubeletSummaries;
import dev.poolkeeper.readers.kubernetes.KubernetesKind;
import dev.poolkeeper.readers.kubernetes.KubernetesList;
import dev.poolkeeper.readers.kubernetes.VolumeStatsMapper;
import dev.poolkeeper.readers.source.Reading;
import dev.poolkeeper.readers.truenas.AnswerFormats;
import dev.poolkeeper.readers.truenas.TrueNasMappers;
import dev.poolkeeper.readers.truenas.TrueNasMethods;
import dev.poolkeeper.readers.truenas.TrueNasRelease;
import dev.poolkeeper.readers.truenas.UserPropertyAnswers;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Function;

/** Decides how the file of a kind is streamed and mapped. */
final class PartReader {

  private final FileNames names;
  private final Function<String, Optional<TrueNasRelease>> releases;

  /**
   * A reader of any part.
   *
   * @param releases the release of a NAS, which changes what some answers mean
   */
  PartReader(FileNames names, Function<String, Optional<TrueNasRelease>> releases) {
    this.names = names;
    this.releases = releases;
  }

  void read(String source, ObjectKind kind, FileName name, Reading reading) {
    RecordedFile file = new RecordedFile(names.path(name));
    if (kind.side() == Side.CLUSTER) {
      readCluster(kind, file, reading);
    } else {
      reading.mapper(mapper(source, kind, name, reading));
      readNas(kind, file, reading);
    }
  }

  private static void readCluster(ObjectKind kind, RecordedFile file, Reading reading) {
    if (kind == ObjectKind.VOLUME_STATS) {
      reading.mapper(VolumeStatsMapper::map);
      file.stream(new KubeletSummaries(), reading);
    } else if (kind == ObjectKind.CLUSTER_VERSION) {
      reading.mapper(ClusterVersionMapper::map);
      file.stream(AnswerFormats::single, reading);
    } else {
      KubernetesKind entry = KubernetesKind.of(kind);
      reading.mapper(entry.mapper());
      file.stream(new KubernetesList(entry), reading);
    }
  }

  private static void readNas(ObjectKind kind, RecordedFile file, Reading reading) {
    if (kind == ObjectKind.NAS_IDENTITY) {
      file.text(AnswerFormats.of(kind), reading);
    } else {
      file.stream(AnswerFormats.of(kind), reading);
    }
  }

  private RowMapper mapper(String source, ObjectKind kind, FileName name, Reading reading) {
    return switch (kind) {
      case DATASET ->
          TrueNasMappers.datasets(releases.apply(source), userProperties(source, name, reading));
      case ZFS_SNAPSHOT -> TrueNasMappers.snapshots(name.method(), releases.apply(source));
      default -> TrueNasMappers.of(kind);
    };
  }

  private UserPropertyAnswers userProperties(String source, FileName datasets, Reading reading) {
    UserPropertyAnswers answers = new UserPropertyAnswers(reading);
    FileName name = names.ofNas(source, TrueNasMethods.USER_PROPERTIES);
    if (Files.exists(names.path(name))) {
      reading.file(name);
      new RecordedFile(names.path(name)).stream(AnswerFormats::list, answers);
      reading.file(datasets);
    }
    return answers;
  }
}
