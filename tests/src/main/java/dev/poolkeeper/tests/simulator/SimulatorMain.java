package dev.poolkeeper.tests.simulator;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Starts the simulators by hand; see docs/simulator.md. */
public final class SimulatorMain {

  private static final int USAGE = 2;

  private SimulatorMain() {}

  /** Serves until interrupted. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (List.of(arguments).contains("--help")) {
      System.out.print(SimulatorOptions.USAGE);
      return;
    }
    SimulatorOptions options;
    try {
      options = SimulatorOptions.parse(List.of(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println("simulator: " + e.getMessage());
      System.err.print(SimulatorOptions.USAGE);
      System.exit(USAGE);
      return;
    }
    Path estate = options.estate().orElseGet(() -> DemoNight.unpack(temporary()));
    if (!Files.isDirectory(estate.resolve("nas"))
        && !Files.isDirectory(estate.resolve("clusters"))) {
      System.err.println(
          "simulator: "
              + estate
              + " has no folder nas and no folder clusters; see docs/recorded-estate.md");
      System.exit(USAGE);
      return;
    }
    SimulatedEstate started = SimulatedEstate.start(estate, Pace.real(), options);
    Path configuration = started.write(options.directory());
    describe(started, configuration, System.out);
    Runtime.getRuntime().addShutdownHook(new Thread(started::close, "stop"));
    new CountDownLatch(1).await();
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("simulated-estate");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void describe(SimulatedEstate estate, Path configuration, PrintStream out) {
    estate
        .clusters()
        .forEach((name, cluster) -> out.println("cluster " + name + "  " + cluster.url()));
    estate
        .appliances()
        .forEach(
            (name, nas) ->
                out.printf(
                    "nas %s  %s  TrueNAS %s  (without TLS: %s)%n",
                    name, nas.httpsUrl(), nas.generation().release(), nas.httpUrl()));
    Path home = configuration.resolveSibling("home");
    out.println();
    out.println("In another terminal:");
    out.println("  export POOLKEEPER_HOME=" + home);
    out.println("  ./poolkeeper check --config " + configuration);
    out.println("  ./poolkeeper run nightly --config " + configuration);
    out.println();
    out.println("Serving until interrupted (Ctrl-C).");
    out.flush();
  }
}
