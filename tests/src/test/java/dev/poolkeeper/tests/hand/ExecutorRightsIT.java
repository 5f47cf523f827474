package dev.poolkeeper.tests.hand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.proposal.Action;
import dev.poolkeeper.processors.proposal.Hand;
import dev.poolkeeper.processors.proposal.Step;
import dev.poolkeeper.tests.deploy.Manifests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The role of {@code deploy/cronjobs} grants an executor what it does, and nothing else. */
class ExecutorRightsIT {

  @TempDir private Path folder;

  @Test
  void whatIsDoneIsGrantedAndNothingElse() {
    try (ClusterLab lab = new ClusterLab(folder);
        Hand hand = lab.hand()) {
      Map.of(
              Action.DELETE_PERSISTENT_VOLUME, "pv-released",
              Action.DELETE_SNAPSHOT_CONTENT, "content-left",
              Action.DELETE_VOLUME_SNAPSHOT, "shop/snap")
          .forEach((action, name) -> thereAndBack(hand, ClusterLab.step(hand, action, name)));

      assertThat(lab.cluster().rights()).isEqualTo(Manifests.base().granted("poolkeeper-executor"));
    }
  }

  private static void thereAndBack(Hand hand, Step step) {
    assertThat(hand.obstacle(step)).isEmpty();
    String remembered = hand.remember(step);
    hand.act(step);
    assertThat(hand.done(step)).isTrue();
    hand.undo(step, remembered);
  }

  @Test
  void documentationShowsTheSameRole() throws Exception {
    String page = Files.readString(Path.of("../docs/executors.md"));
    String role = page.substring(page.indexOf("apiVersion: rbac.authorization.k8s.io/v1"));
    Path file =
        Files.writeString(folder.resolve("role.yaml"), role.substring(0, role.indexOf("```")));

    assertThat(Manifests.of(Files.readString(file)).granted("poolkeeper-executor"))
        .isEqualTo(Manifests.base().granted("poolkeeper-executor"));
  }
}
