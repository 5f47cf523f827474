package dev.poolkeeper.jobs.postgres;

import static dev.poolkeeper.jobs.postgres.AccountProbe.Answer.CLOSED;
import static dev.poolkeeper.jobs.postgres.AccountProbe.Answer.REACHABLE;
import static dev.poolkeeper.jobs.postgres.AccountProbe.Answer.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ServerAccountTest {

  private static final Path HOME = Path.of("/srv/ledger");
  private static final String ROOT = "root:x:0:0:root:/root:/bin/sh";
  private static final String ALICE = "alice:x:1000:1001:Alice:/home/alice:/bin/sh";
  private static final String POSTGRES = "postgres:x:101:104::/var/lib/postgresql:/bin/sh";
  private static final String NOBODY = "nobody:x:65534:65534::/nonexistent:/usr/sbin/nologin";

  @Test
  void ordinaryUserRunsTheServerThemselves() {
    Machine machine = new Machine("Linux", "amd64", 1000, 1001, List.of(ROOT, ALICE));

    assertThat(ServerAccount.choose(machine, HOME, OptionalInt.empty(), answering(Map.of())))
        .isEqualTo(new ServerAccount(List.of(), 1000, 1001));
  }

  @Test
  void rootPrefersPostgresOverNobody() {
    ServerAccount account = choose(root(NOBODY, POSTGRES), Map.of("setpriv", REACHABLE));

    assertThat(account.prefix())
        .containsExactly("setpriv", "--reuid=101", "--regid=104", "--clear-groups", "--");
    assertThat(account.uid()).isEqualTo(101);
  }

  @Test
  void rootTakesTheAccountThatOwnsTheLedger() {
    ServerAccount account =
        ServerAccount.choose(
            root(POSTGRES, ALICE),
            HOME,
            OptionalInt.of(1000),
            answering(Map.of("setpriv", REACHABLE)));

    assertThat(account.uid()).isEqualTo(1000);
  }

  @Test
  void withoutSetprivRunuserAndThenSuAreTried() {
    assertThat(choose(root(NOBODY), Map.of("runuser", REACHABLE)).prefix())
        .containsExactly("runuser", "-u", "nobody", "--");
    assertThat(choose(root(NOBODY), Map.of("su", REACHABLE)).prefix()).startsWith("su", "-s");
  }

  @Test
  void homeClosedToTheAccountIsUsedFromAUserNamespace() {
    ServerAccount account = choose(root(NOBODY), Map.of("setpriv", CLOSED, "unshare", REACHABLE));

    assertThat(account.prefix()).startsWith("unshare");
    assertThat(account.uid()).isZero();
  }

  @Test
  void closedHomeWithoutUserNamespacesSaysHowToOpenIt() {
    assertThatThrownBy(() -> choose(root(NOBODY), Map.of("setpriv", CLOSED)))
        .isInstanceOfSatisfying(LedgerUnavailable.class, e -> assertThat(e.exitCode()).isEqualTo(4))
        .hasMessageContaining("account \"nobody\"")
        .hasMessageContaining("chmod o+x on /srv/ledger")
        .hasMessageContaining("POOLKEEPER_DB_URL");
  }

  @Test
  void rootWithNoWayOutIsToldToUseAnOrdinaryUser() {
    assertThatThrownBy(() -> choose(root(), Map.of()))
        .hasMessageContaining("run poolkeeper as an ordinary user")
        .hasMessageContaining("POOLKEEPER_DB_URL");
  }

  @Test
  void brokenAccountLinesAreSkipped() {
    ServerAccount account =
        choose(root("", "#x", "postgres:x:many:1:::", NOBODY), Map.of("setpriv", REACHABLE));

    assertThat(account.uid()).isEqualTo(65534);
  }

  private static Machine root(String... accounts) {
    return new Machine("Linux", "amd64", 0, 0, List.of(accounts));
  }

  private static ServerAccount choose(Machine machine, Map<String, AccountProbe.Answer> answers) {
    return ServerAccount.choose(machine, HOME, OptionalInt.empty(), answering(answers));
  }

  private static AccountProbe answering(Map<String, AccountProbe.Answer> answers) {
    return (prefix, folder) -> answers.getOrDefault(prefix.get(0), REFUSED);
  }
}
