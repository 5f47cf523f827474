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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * NFS shares. Only the mount table of NFSv3 tells which clients use an export; version 4 does not,
 * and releases before 22.02 tell of none.
 */
final class NfsShares extends RowPart {

  private static final List<String> MADE =
      List.of(
          "path",
          "aliases",
          "paths",
          "alldirs",
          "quiet",
          "comment",
          "networks",
          "hosts",
          "ro",
          "maproot_user",
          "maproot_group",
          "mapall_user",
          "mapall_group",
          "security",
          "enabled",
          "expose_snapshots");

  NfsShares(NasQuestions nas) {
    super(nas, "sharing.nfs");
  }

  @Override
  SortedMap<String, String> told(JsonNode row) {
    return new TreeMap<>(Map.of(Expectation.PATH, paths(row).findFirst().orElse("")));
  }

  private static Stream<String> paths(JsonNode row) {
    return Stream.of(
            Trees.value(row.path("path")).stream(),
            Trees.texts(row.path("paths")),
            Trees.texts(row.path("aliases")))
        .flatMap(part -> part);
  }

  @Override
  boolean same(Step step, JsonNode row) {
    return paths(row).findFirst().equals(Optional.of(path(step)));
  }

  private static String path(Step step) {
    String named = "/" + step.target().name().replaceFirst("#\\d+$", "");
    return step.expected().getOrDefault(Expectation.PATH, named);
  }

  /** A path may be exported several times, to different networks. */
  @Override
  boolean inPlace(Step step, JsonNode row, JsonNode remembered) {
    return false;
  }

  @Override
  boolean back(Step step, JsonNode row, JsonNode remembered) {
    JsonNode before = remembered.path("row");
    return paths(row).toList().equals(paths(before).toList())
        && Stream.of("networks", "hosts")
            .allMatch(
                who ->
                    Trees.texts(row.path(who))
                        .collect(Collectors.toSet())
                        .equals(Trees.texts(before.path(who)).collect(Collectors.toSet())));
  }

  @Override
  List<String> made() {
    return MADE;
  }

  @Override
  List<String> derived() {
    return List.of();
  }

  @Override
  public Optional<String> obstacle(Step step, Set<Subject> before) {
    String path = path(step);
    String clients =
        nas()
            .all("nfs.get_nfs3_clients")
            .filter(client -> below(Trees.value(client, "export"), path))
            .map(client -> Trees.value(client, "ip"))
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return clients.isEmpty()
        ? Optional.empty()
        : Optional.of(clients + " has it mounted, says the mount table of NFSv3");
  }

  private static boolean below(String export, String path) {
    String bare = export.replaceFirst("/+$", "");
    return bare.equals(path) || bare.startsWith(path + "/");
  }
}
