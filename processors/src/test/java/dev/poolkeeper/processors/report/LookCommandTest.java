package dev.poolkeeper.processors.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a report tells people to paste into a shell. */
class LookCommandTest {

  private static List<LookCommand> commands(String subject) {
    return LookCommand.of(FindingCode.BACKEND_WITHOUT_VOLUME, Subject.parse(subject));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          prod-a/persistentvolumes/pvc-1           | prod-a | kubectl describe persistentvolumes pvc-1
          prod-a/persistentvolumeclaims/media/db-0 | prod-a | kubectl -n media describe persistentvolumeclaims db-0
          nas1/datasets/tank/k8s/pvc-1             | nas1   | zfs list -r -t all -o name,used,origin,userrefs tank/k8s/pvc-1
          nas1/snapshots/tank/a@b                  | nas1   | zfs get used,clones,userrefs tank/a@b
          nas1/pools/tank                          | nas1   | zpool status -v tank
          """)
  void theFirstCommandLooksWhereTheObjectIs(String subject, String where, String command) {
    assertThat(commands(subject)).first().isEqualTo(new LookCommand(where, command));
    assertThat(commands(subject))
        .last()
        .isEqualTo(new LookCommand(LookCommand.HERE, "poolkeeper explain " + subject));
  }

  @Test
  void aSourceItselfIsChecked() {
    assertThat(commands("nas1"))
        .extracting(LookCommand::command)
        .containsExactly("poolkeeper check", "poolkeeper explain nas1");
  }

  @Test
  void whatAShellWouldActOnIsQuoted() {
    assertThat(commands("nas1/datasets/tank/it's $(reboot); rm"))
        .extracting(LookCommand::command)
        .containsExactly(
            "zfs list -r -t all -o name,used,origin,userrefs 'tank/it'\\''s $(reboot); rm'",
            "poolkeeper explain 'nas1/datasets/tank/it'\\''s $(reboot); rm'");
  }

  @Test
  void whatJsonWouldEndIsEscaped() {
    assertThat(commands("nas1/iscsi-targets/a\"b").get(0).command())
        .isEqualTo("midclt call iscsi.target.query '[[\"name\",\"=\",\"a\\\"b\"]]'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tank/two\nlines", "tank/\u202Eright", "-rf"})
  void aNameThatCannotBePastedGetsNoCommandOfItsOwn(String name) {
    assertThat(commands("nas1/datasets/" + name))
        .extracting(LookCommand::where)
        .containsExactly(LookCommand.HERE);
    assertThat(commands("nas1/datasets/" + name).get(0).command()).doesNotContain("\n", "\u202E");
  }
}
