package dev.poolkeeper.readers.kubernetes.live;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.readers.json.Values;
import dev.poolkeeper.readers.json.Visible;
import dev.poolkeeper.readers.kubernetes.KubernetesKind;
import dev.poolkeeper.readers.source.CheckLine;
import dev.poolkeeper.readers.source.Retry;
import dev.poolkeeper.readers.source.SourceContract;
import dev.poolkeeper.readers.source.SourceFailure;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tries step by step what a run will need of a cluster; what comes after a step that failed is not
 * tried. Never throws.
 */
final class ClusterCheck {

  private final ClusterAccess access;
  private final Retry retry;
  private final Clock clock;
  private final Consumer<CheckLine> lines;
  private String failed = "";

  ClusterCheck(ClusterAccess access, Retry retry, Clock clock, Consumer<CheckLine> lines) {
    this.access = access;
    this.retry = retry;
    this.clock = clock;
    this.lines = lines;
  }

  void run() {
    Optional<ClusterConfig> config = configuration();
    if (config.isPresent()) {
      ClusterNetwork network = new ClusterNetwork(access.name(), config.get(), clock);
      step("network", () -> lines.accept(network.connect()));
      step("TLS", () -> lines.accept(network.certificate()));
      try (ApiServer server =
          new ApiServer(access, config.get(), retry, clock, ObservationRegistry.NOOP)) {
        questions(server, config.get());
      }
    } else {
      for (String what :
          new String[] {"network", "TLS", "login", "API", "rights", "add-ons", "clock"}) {
        step(what, () -> {});
      }
    }
    access.prometheus().ifPresent(this::prometheus);
  }

  private void questions(ApiServer server, ClusterConfig config) {
    AccessReviews reviews = new AccessReviews(access.name(), server);
    Discovery discovery = new Discovery(server);
    String[] user = {""};
    step("login", () -> user[0] = login(reviews, config));
    step("API", () -> api(server));
    step("rights", () -> reviews.rights(discovery, user[0], lines));
    if (access.volumeStats()) {
      step("volume stats", () -> reviews.volumeStats(user[0], lines));
    }
    step("add-ons", () -> addOns(discovery));
    step("clock", () -> clock(server));
  }

  private Optional<ClusterConfig> configuration() {
    @Nullable ClusterConfig[] found = new @Nullable ClusterConfig[1];
    step(
        "configuration",
        () -> {
          ClusterConfig config = ClusterConfig.of(access);
          found[0] = config;
          lines.accept(
              CheckLine.ok(
                  access.name(),
                  "configuration",
                  config.described() + ", " + config.peer().host()));
        });
    return Optional.ofNullable(found[0]);
  }

  private void step(String what, Runnable attempt) {
    if (!failed.isEmpty()) {
      lines.accept(CheckLine.skipped(access.name(), what, "not tried, as " + failed + " failed"));
      return;
    }
    try {
      attempt.run();
    } catch (SourceFailure failure) {
      failed = what;
      lines.accept(CheckLine.failed(access.name(), what, failure));
    } catch (RuntimeException unforeseen) {
      failed = what;
      lines.accept(CheckLine.failed(access.name(), what, defeat(what, unforeseen)));
    }
  }

  private static SourceFailure defeat(String what, RuntimeException unforeseen) {
    return new SourceContract(
        what,
        "an answer that defeats its reader (" + unforeseen.getClass().getSimpleName() + ")",
        "report it",
        unforeseen);
  }

  private String login(AccessReviews reviews, ClusterConfig config) {
    Optional<String> user = reviews.whoAmI();
    lines.accept(
        CheckLine.ok(
            access.name(),
            "login",
            user.map(name -> "as " + Visible.text(name))
                .orElse(config.described() + " is accepted")));
    return user.orElse("");
  }

  private void api(ApiServer server) {
    String what = "ask for the version";
    Answer answer = server.get("/version", what);
    if (answer.code() != 200) {
      throw Refusals.missing(server.where(what), answer);
    }
    String version = Values.text(answer.tree().path("gitVersion")).orElse("of unknown version");
    lines.accept(CheckLine.ok(access.name(), "API", "Kubernetes " + Visible.text(version)));
  }

  private void addOns(Discovery discovery) {
    lines.accept(
        CheckLine.ok(
            access.name(),
            "add-ons",
            "volume snapshots %s, KubeVirt %s"
                .formatted(
                    installed(discovery, ObjectKind.VOLUME_SNAPSHOT),
                    installed(discovery, ObjectKind.VIRTUAL_MACHINE))));
  }

  private static String installed(Discovery discovery, ObjectKind kind) {
    return discovery.path(KubernetesKind.of(kind)).isPresent() ? "installed" : "not installed";
  }

  private void clock(ApiServer server) {
    Optional<String> problem = server.clock().problem();
    if (problem.isPresent()) {
      throw ServerClock.failure(server.where("compare the clock"), problem.get());
    }
    lines.accept(
        server.clock().known()
            ? CheckLine.ok(access.name(), "clock", "within 10 min of ours")
            : CheckLine.warning(
                access.name(),
                "clock",
                "the API server does not tell its time",
                "make sure that both sides use NTP"));
  }

  private void prometheus(PrometheusAccess prometheus) {
    // Another system: what failed before says nothing about it.
    failed = "";
    step(
        "Prometheus",
        () ->
            lines.accept(
                new PrometheusHistory(access.name(), prometheus, access.callTimeout(), retry)
                    .check()));
  }
}
