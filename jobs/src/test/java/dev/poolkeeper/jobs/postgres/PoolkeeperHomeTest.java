package dev.poolkeeper.jobs.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoolkeeperHomeTest {

  private static final Path ALICE = Path.of("/home/alice");

  @Test
  void poolkeeperHomeWinsOverEverything() {
    var environment = Map.of("POOLKEEPER_HOME", "/srv/ledger", "XDG_DATA_HOME", "/srv/data");

    assertThat(PoolkeeperHome.resolve(environment, ALICE, true)).isEqualTo(Path.of("/srv/ledger"));
  }

  @Test
  void relativePoolkeeperHomeIsMadeAbsolute() {
    Path home = PoolkeeperHome.resolve(Map.of("POOLKEEPER_HOME", "out/../ledger"), ALICE, false);

    assertThat(home).isEqualTo(Path.of("ledger").toAbsolutePath());
  }

  @Test
  void dataHomeComesNext() {
    Path home = PoolkeeperHome.resolve(Map.of("XDG_DATA_HOME", "/srv/data"), ALICE, true);

    assertThat(home).isEqualTo(Path.of("/srv/data/poolkeeper"));
  }

  @Test
  void blankAndRelativeDataHomesAreIgnored() {
    var environment = Map.of("POOLKEEPER_HOME", " ", "XDG_DATA_HOME", "data");

    assertThat(PoolkeeperHome.resolve(environment, ALICE, false))
        .isEqualTo(Path.of("/home/alice/.local/share/poolkeeper"));
  }

  @Test
  void homeOfTheEnvironmentWinsOverTheAccounts() {
    Path home = PoolkeeperHome.resolve(Map.of("HOME", "/home/bob"), ALICE, false);

    assertThat(home).isEqualTo(Path.of("/home/bob/.local/share/poolkeeper"));
  }

  @Test
  void lockedInRootUsesVarLib() {
    assertThat(PoolkeeperHome.resolve(Map.of(), Path.of("/root"), true))
        .isEqualTo(Path.of("/var/lib/poolkeeper"));
  }

  @Test
  void accountWithoutHomeIsToldToChooseOne() {
    assertThatThrownBy(() -> PoolkeeperHome.resolve(Map.of(), Path.of("?"), false))
        .isInstanceOf(LedgerUnavailable.class)
        .hasMessageContaining("set POOLKEEPER_HOME")
        .hasMessageContaining("POOLKEEPER_DB_URL");
  }
}
