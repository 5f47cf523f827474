package dev.poolkeeper.tests.demo;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The demo estate as recorded on ten nights, with the answers: what has to be found in it, and what
 * must not be.
 */
public final class DemoEstate {
  private static final Estate ESTATE = Estate.tell();

  private DemoEstate() {}

  /** The recorded nights, first to last. */
  public static List<LocalDate> nights() {
    return Nights.ALL;
  }

  /** Everything that has to be found, and the two incomplete nights. */
  public static List<Planted> planted() {
    return ESTATE.verdicts().planted();
  }

  /** Look-alikes; none may be the subject of a 1xx, 2xx or 8xx finding on any night. */
  public static List<Innocent> innocent() {
    return ESTATE.verdicts().innocent();
  }

  /** All recorded files by their path in the archive. */
  public static SortedMap<String, byte[]> files() {
    SortedMap<String, byte[]> files = new TreeMap<>();
    Past.of(ESTATE).forEach((name, content) -> files.put("past/" + name, content));
    for (LocalDate night : Nights.ALL) {
      String root = "nights/" + night + "/";
      files.put(root + "estate.json", Json.document(header(night)));
      for (Cluster cluster : Cluster.values()) {
        KubectlFiles.of(ESTATE, cluster, night)
            .forEach(
                (plural, content) ->
                    files.put(
                        root + "clusters/" + cluster.label() + "/" + plural + ".json", content));
      }
      for (Appliance nas : Appliance.values()) {
        MidcltFiles.of(ESTATE, nas, night)
            .forEach(
                (method, content) ->
                    files.put(root + "nas/" + nas.label() + "/" + method + ".json", content));
      }
    }
    return files;
  }

  private static Object header(LocalDate night) {
    return Json.object("capturedAt", Nights.capturedAt(night).toString())
        .with("clusters", Arrays.stream(Cluster.values()).map(Cluster::label).toList())
        .with("nas", Arrays.stream(Appliance.values()).map(Appliance::label).toList());
  }
}
