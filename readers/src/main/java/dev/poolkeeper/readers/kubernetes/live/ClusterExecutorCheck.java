package dev.poolkeeper.readers.kubernetes.live;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.readers.json.Visible;
import dev.poolkeeper.readers.kubernetes.KubernetesKind;
import dev.poolkeeper.readers.source.CheckLine;
import dev.poolkeeper.readers.source.Retry;
import dev.poolkeeper.readers.source.SourceFailure;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Logs in as a cluster's executor and asks what it may, without doing any of it. */
public final class ClusterExecutorCheck {

  private static final String WHAT = "executor";
  private static final List<ObjectKind> CHANGED =
      List.of(
          ObjectKind.PERSISTENT_VOLUME,
          ObjectKind.VOLUME_SNAPSHOT_CONTENT,
          ObjectKind.VOLUME_SNAPSHOT);

  private ClusterExecutorCheck() {}

  /** One line of {@code poolkeeper check}. */
  public static CheckLine of(ClusterAccess access, Retry retry, Clock clock) {
    try (ApiServer server =
        new ApiServer(access, ClusterConfig.of(access), retry, clock, ObservationRegistry.NOOP)) {
      return of(access.name(), new AccessReviews(access.name(), server), new Discovery(server));
    } catch (SourceFailure failure) {
      return CheckLine.failed(access.name(), WHAT, failure);
    }
  }

  private static CheckLine of(String cluster, AccessReviews reviews, Discovery discovery) {
    String user = Visible.text(reviews.whoAmI().orElse("the executor"));
    List<String> missing = new ArrayList<>();
    for (ObjectKind kind : CHANGED) {
      missing.addAll(missing(kind, List.of("get", "create", "delete"), reviews, discovery));
    }
    missing.addAll(
        missing(ObjectKind.PERSISTENT_VOLUME_CLAIM, List.of("get", "list"), reviews, discovery));
    missing.addAll(missing(ObjectKind.VOLUME_ATTACHMENT, List.of("list"), reviews, discovery));
    return missing.isEmpty()
        ? CheckLine.ok(cluster, WHAT, user + " may do all that a cleanup needs")
        : new CheckLine(
            cluster,
            WHAT,
            CheckLine.Outcome.FAILED,
            user + " may not " + String.join(", ", missing),
            "grant it with a ClusterRole of the executor's own");
  }

  private static List<String> missing(
      ObjectKind kind, List<String> verbs, AccessReviews reviews, Discovery discovery) {
    KubernetesKind entry = KubernetesKind.of(kind);
    Optional<String> path = discovery.path(entry);
    return path.isEmpty()
        ? List.of()
        : verbs.stream()
            .filter(verb -> !reviews.may(verb, entry.resource(), path.get()))
            .map(verb -> verb + " " + entry.resource())
            .toList();
  }
}
