package dev.poolkeeper.processors.health;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.Encryption;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 607: a provisioned volume whose dataset is not encrypted, though the dataset that holds it is, or
 * most volumes of its class are. Where a release does not tell, nothing is said. Needs its cluster
 * and every NAS.
 */
final class EncryptionDrift implements Rule {

  private final Night night;
  private final Provisioned provisioned;

  EncryptionDrift(Night night, Provisioned provisioned) {
    this.night = night;
    this.provisioned = provisioned;
  }

  @Override
  public FindingCode code() {
    return FindingCode.ENCRYPTION_DRIFT;
  }

  @Override
  public Stream<Verdict> judge() {
    return provisioned.byClass().entrySet().stream().flatMap(this::judgeClass);
  }

  private Stream<Verdict> judgeClass(Map.Entry<Subject, List<PersistentVolume>> sameClass) {
    List<Dataset> datasets = provisioned.datasets(sameClass.getValue()).toList();
    long encrypted = datasets.stream().filter(EncryptionDrift::encrypted).count();
    List<String> others =
        2 * encrypted <= datasets.size()
            ? List.of()
            : List.of(
                "%d of %d volumes of %s are encrypted"
                    .formatted(encrypted, datasets.size(), sameClass.getKey()));
    return sameClass.getValue().stream()
        .filter(volume -> volume.deletedAt().isEmpty())
        .flatMap(
            volume -> provisioned.dataset(volume).flatMap(d -> judge(volume, d, others)).stream());
  }

  private Optional<Verdict> judge(PersistentVolume volume, Dataset dataset, List<String> others) {
    if (dataset.encryption() != Encryption.NONE) {
      return Optional.empty();
    }
    List<String> evidence = new ArrayList<>();
    night
        .join()
        .nas(dataset.nas())
        .parent(dataset)
        .filter(EncryptionDrift::encrypted)
        .ifPresent(parent -> evidence.add("%s, which holds it, is".formatted(parent.subject())));
    evidence.addAll(others);
    if (evidence.isEmpty()) {
      return Optional.empty();
    }
    evidence.add(0, "%s is not encrypted".formatted(dataset.subject()));
    return Optional.of(night.verdict(code(), volume.subject(), evidence, volume.keep()));
  }

  private static boolean encrypted(Dataset dataset) {
    return dataset.encryption() == Encryption.UNLOCKED || dataset.locked();
  }
}
