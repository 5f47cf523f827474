package dev.poolkeeper.tests.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The command line of a start by hand.
 *
 * @param estate a recorded estate; empty is the newest night of the demo
 * @param release the release of every NAS; empty is the recorded one
 * @param port of the first server, the next one has the next; 0 is any free one
 * @param faults by subject
 */
record SimulatorOptions(
    Optional<Path> estate,
    Optional<Generation> release,
    int port,
    Path directory,
    Map<String, Fault> faults,
    Duration clockOffset) {

  static final String USAGE =
      """
      usage: tests/simulator [options] ESTATE_DIR | --demo
        ESTATE_DIR          a recorded estate (docs/recorded-estate.md)
        --demo              the newest night of the bundled demo estate
        --release R         every NAS is of this release: %s; default: as recorded
        --port N            of the first server, the next one has N+1; default: any free ones
        --dir DIR           where kubeconfig, keys and poolkeeper.yaml go; default: out/simulator
        --fault SUBJECT=F   answers of a method or a plural always go wrong, such as
                            pool.dataset.query=drop-midway or pods=403; may be repeated
        --clock-offset H    clocks that are so many hours ahead
      """
          .formatted(Generation.releases());

  static SimulatorOptions parse(List<String> arguments) {
    Map<String, List<String>> options = new LinkedHashMap<>();
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String argument = rest.next();
      boolean valued = argument.startsWith("--") && !argument.equals("--demo");
      String key = argument.startsWith("--") ? argument : "";
      if (valued && !rest.hasNext()) {
        throw new IllegalArgumentException(argument + " needs a value");
      }
      options
          .computeIfAbsent(key, unused -> new ArrayList<>())
          .add(valued ? rest.next() : argument);
    }
    for (String key : options.keySet()) {
      if (!List.of("", "--demo", "--release", "--port", "--dir", "--fault", "--clock-offset")
          .contains(key)) {
        throw new IllegalArgumentException("unknown option " + key);
      }
    }
    if (options.containsKey("") == options.containsKey("--demo")) {
      throw new IllegalArgumentException("either ESTATE_DIR or --demo is needed");
    }
    Map<String, Fault> faults = new LinkedHashMap<>();
    for (String fault : options.getOrDefault("--fault", List.of())) {
      List<String> parts = Arrays.asList(fault.split("=", 2));
      if (parts.size() != 2) {
        throw new IllegalArgumentException("--fault " + fault + " is not SUBJECT=FAULT");
      }
      faults.put(parts.get(0), Fault.named(parts.get(1)));
    }
    return new SimulatorOptions(
        last(options, "").map(Path::of),
        last(options, "--release").map(Generation::ofRelease),
        last(options, "--port").map(Integer::parseInt).orElse(0),
        Path.of(last(options, "--dir").orElse("out/simulator")),
        faults,
        Duration.ofHours(last(options, "--clock-offset").map(Long::parseLong).orElse(0L)));
  }

  private static Optional<String> last(Map<String, List<String>> options, String key) {
    List<String> values = options.getOrDefault(key, List.of());
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }
}
