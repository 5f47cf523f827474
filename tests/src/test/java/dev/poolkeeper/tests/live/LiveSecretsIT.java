package dev.poolkeeper.tests.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.tests.simulator.Fault;
import dev.poolkeeper.tests.simulator.Generation;
import dev.poolkeeper.tests.simulator.TrueNasSimulator;
import dev.poolkeeper.tests.support.ChildRun;
import dev.poolkeeper.tests.support.Ledger;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SmallEstate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Secrets planted wherever a live source may hold one, and those it is reached with, come out
 * nowhere: not in staging, ledger, batch tables, output, logs, reports or a recording.
 */
class LiveSecretsIT {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(
      value = Generation.class,
      names = {"ELECTRIC_EEL_24_10", "GOLDEYE_25_10", "TWENTY_SIX"})
  void noneComesOut(Generation generation) throws Exception {
    Path recording =
        SmallEstate.ofHealthyVolumes(3)
            .leftover("left-1")
            .snapshot("steady-1", "snapshot-a")
            .write(folder.resolve("recording"), "2026-02-11");
    PlantedSecrets.plant(recording);
    try (LiveEstateOnPorts estate = LiveEstateOnPorts.start(folder, recording, generation)) {
      TrueNasSimulator nas = estate.systems().nas("nas1");
      assertThat(nas.rows("pool.dataset.query").toString()).contains(PlantedSecrets.MARK);
      nas.faults().always("sharing.smb.query", Fault.error("EFAULT", "it broke"));
      List<String> secrets =
          List.of(PlantedSecrets.MARK, nas.apiKey(), estate.systems().cluster("prod-a").token());
      Poolkeeper poolkeeper = estate.poolkeeper().with("POOLKEEPER_LOG_LEVEL", "DEBUG");
      String config = estate.configuration().toString();
      stopAfterCapture(poolkeeper, config);
      assertThat(stored(poolkeeper, secrets)).isEmpty();

      List<Poolkeeper.Said> said = new ArrayList<>();
      said.add(estate.night(poolkeeper, estate.configuration()));
      said.add(poolkeeper.run("check", "--config", config));
      said.add(poolkeeper.run("check", "--config", config, "-o", "json"));
      said.add(poolkeeper.run("findings", "-o", "json"));
      Path bundle = folder.resolve("bundle");
      said.add(poolkeeper.run("capture", "--config", config, "--to", bundle.toString()));

      assertThat(stored(poolkeeper, secrets)).isEmpty();
      assertThat(said.toString()).doesNotContain(secrets).contains("it broke");
      assertThat(found(poolkeeper.out(), secrets)).isEmpty();
      assertThat(found(bundle, secrets)).isEmpty();
      assertThat(bundle.resolve("nas/nas1/replication.query.json")).content().contains("offsite");
      assertThat(bundle.resolve("clusters/prod-a/pods.json")).content().contains("steady-1");
    }
  }

  private static void stopAfterCapture(Poolkeeper poolkeeper, String config) throws Exception {
    try (ChildRun child =
        ChildRun.start(
            poolkeeper.environment(),
            "run",
            "nightly",
            "--config",
            config,
            "--out",
            poolkeeper.out().toString())) {
      child.awaitLog("step=reconcile status=started");
      child.kill();
    }
    try (Ledger ledger = Ledger.of(poolkeeper)) {
      assertThat(ledger.count("select count(*) from staging.object")).isPositive();
    }
  }

  /** Tables that hold one of them. */
  private static List<String> stored(Poolkeeper poolkeeper, List<String> secrets) {
    List<String> tables = new ArrayList<>();
    try (Ledger ledger = Ledger.of(poolkeeper)) {
      List<String> all =
          ledger
              .sql()
              .sql(
                  """
                  select format('%I.%I', schemaname, tablename) from pg_tables
                  where schemaname in ('staging', 'ledger', 'batch')
                  """)
              .query(String.class)
              .list();
      assertThat(all).contains("staging.object", "ledger.version", "ledger.capture");
      for (String table : all) {
        for (String secret : secrets) {
          long rows =
              ledger
                  .sql()
                  .sql("select count(*) from " + table + " as t where t::text like :secret")
                  .param("secret", "%" + secret + "%")
                  .query(Long.class)
                  .single();
          if (rows > 0) {
            tables.add(table);
          }
        }
      }
    }
    return tables;
  }

  /** Files that hold one of them. */
  private static List<Path> found(Path root, List<String> secrets) throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      List<Path> files = tree.filter(Files::isRegularFile).toList();
      assertThat(files).isNotEmpty();
      return files.stream()
          .filter(file -> secrets.stream().anyMatch(LiveEstateOnPorts.read(file)::contains))
          .toList();
    }
  }
}
