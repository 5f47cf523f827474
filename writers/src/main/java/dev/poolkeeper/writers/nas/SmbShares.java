package dev.poolkeeper.writers.nas;

import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.proposal.Expectation;
import dev.poolkeeper.processors.proposal.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** SMB shares. Open files are told by the processes that have them open in the share's dataset. */
final class SmbShares extends RowPart {

  private static final List<String> MADE =
      List.of(
          "purpose",
          "path",
          "path_suffix",
          "home",
          "name",
          "comment",
          "ro",
          "browsable",
          "recyclebin",
          "guestok",
          "abe",
          "hostsallow",
          "hostsdeny",
          "aapl_name_mangling",
          "acl",
          "durablehandle",
          "shadowcopy",
          "streams",
          "fsrvp",
          "timemachine",
          "timemachine_quota",
          "afp",
          "auxsmbconf",
          "audit",
          "enabled",
          "readonly",
          "access_based_share_enumeration",
          "options");

  private final DatasetFacts datasets;

  SmbShares(NasQuestions nas, DatasetFacts datasets) {
    super(nas, "sharing.smb");
    this.datasets = datasets;
  }

  @Override
  SortedMap<String, String> told(JsonNode row) {
    return new TreeMap<>(
        Map.of(
            Expectation.NAME,
            Trees.value(row, "name"),
            Expectation.PATH,
            Trees.value(row, "path")));
  }

  @Override
  boolean same(Step step, JsonNode row) {
    return Trees.value(row, "name").equalsIgnoreCase(step.target().name());
  }

  @Override
  List<String> made() {
    return MADE;
  }

  /** The id that Time Machine knows it by, and a path that follows from another. */
  @Override
  List<String> derived() {
    return List.of("vuid", "path_local");
  }

  @Override
  public Optional<String> obstacle(Step step, Set<Subject> before) {
    return find(step)
        .map(row -> Trees.value(row, "path"))
        .filter(path -> path.startsWith("/mnt/"))
        .map(path -> path.substring("/mnt/".length()))
        .filter(dataset -> datasets.find(dataset).isPresent())
        .flatMap(datasets::processes);
  }
}
