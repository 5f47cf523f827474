package dev.poolkeeper.tests.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What kustomize makes of every overlay and example. */
class OverlaysTest {

  @TempDir private Path folder;

  /** The base, every overlay, and the base with every example. */
  static List<String> variants() throws IOException {
    try (Stream<Path> overlays = Files.list(Manifests.DEPLOY.resolve("overlays"));
        Stream<Path> examples = Files.list(Manifests.BASE.resolve("examples"))) {
      return Stream.of(Stream.of(Manifests.BASE), overlays, examples)
          .flatMap(paths -> paths)
          .map(Path::toString)
          .sorted()
          .toList();
    }
  }

  @BeforeEach
  void kubectl() {
    boolean there = Manifests.canRender();
    if (!there) {
      System.err.println(
          "OverlaysTest is skipped: no kubectl of 1.24 or newer is on the PATH to render with.");
    }
    assumeTrue(there, "kubectl 1.24 or newer");
  }

  private Manifests rendered(String variant) throws IOException {
    Path path = Path.of(variant);
    if (!variant.contains("examples")) {
      return Manifests.rendered(path);
    }
    // kustomize takes relative paths only
    Files.writeString(
        folder.resolve("kustomization.yaml"),
        """
        namespace: poolkeeper
        resources: [%s]
        components: [%s]
        """
            .formatted(relative(Manifests.BASE), relative(path)));
    return Manifests.rendered(folder);
  }

  private String relative(Path path) throws IOException {
    return folder.toRealPath().relativize(path.toRealPath()).toString();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void everyVariantIsValidAndRestricted(String variant) throws IOException {
    Manifests manifests = rendered(variant);

    assertThat(manifests.all(CronJob.class))
        .extracting(job -> job.getMetadata().getName())
        .contains("nightly", "weekly-capacity", "housekeeping", "cleanup", "check")
        .isSubsetOf("nightly", "weekly-capacity", "housekeeping", "cleanup", "check", "backup");
    assertThat(manifests.objects())
        .allSatisfy(
            object ->
                assertThat(UnknownFields.of(object.getMetadata().getName(), object)).isEmpty());
    assertThat(manifests.pods())
        .allSatisfy(
            pod -> {
              PodSpec spec = pod.template().getSpec();
              assertThat(Restricted.violations(spec)).isEmpty();
              assertThat(spec.getContainers().get(0).getVolumeMounts())
                  .extracting("name")
                  .allMatch(
                      name ->
                          name.equals("data")
                              || spec.getVolumes().stream()
                                  .anyMatch(volume -> volume.getName().equals(name)));
            });
  }

  @ParameterizedTest
  @MethodSource("variants")
  void nothingSecretIsInAnyVariant(String variant) throws IOException {
    Manifests manifests = rendered(variant);

    assertThat(manifests.all(Secret.class)).isEmpty();
    assertThat(manifests.all(ConfigMap.class))
        .allSatisfy(
            map ->
                assertThat(map.getData().values())
                    .noneMatch(
                        text ->
                            text.matches(
                                "(?sm).*^["
                                    + " #]*(password|api-key|token):.*|.*://[^/\\s]+:[^/\\s]+@.*")));
    for (Manifests.Pod pod : manifests.pods()) {
      Container container = pod.template().getSpec().getContainers().get(0);
      assertThat(container.getArgs()).noneMatch(arg -> arg.matches("(?i).*(password|key|token).*"));
      assertThat(container.getEnv())
          .extracting(EnvVar::getName)
          .noneMatch(name -> name.matches(".*(PASSWORD|API_KEY|TOKEN)"));
    }
  }

  @Test
  void openShiftChoosesUsersItself() throws IOException {
    Manifests manifests = Manifests.rendered(Manifests.DEPLOY.resolve("overlays/openshift"));
    assertThat(manifests.pods())
        .allSatisfy(
            pod -> {
              assertThat(pod.template().getSpec().getSecurityContext().getRunAsUser()).isNull();
              assertThat(pod.template().getSpec().getSecurityContext().getFsGroup()).isNull();
            });
    assertThat(Egress.ports(manifests, "housekeeping")).containsExactly(5353, 5432);
  }

  @Test
  void externalPostgresIsTheOnlyOneThatIsReached() throws IOException {
    Manifests manifests =
        Manifests.rendered(Manifests.DEPLOY.resolve("overlays/external-postgres"));
    assertThat(manifests.text()).contains("sslmode=verify-full", "192.0.2.10/32");
    assertThat(manifests.pods())
        .allSatisfy(
            pod ->
                assertThat(pod.template().getSpec().getContainers().get(0).getEnv())
                    .extracting(EnvVar::getName)
                    .contains("POOLKEEPER_DB_URL"));
  }

  @Test
  void vaultsFilesTakeThePlaceOfTheSecret() throws IOException {
    Manifests manifests = rendered(Manifests.BASE.resolve("examples/vault-agent").toString());
    for (Manifests.Pod pod : manifests.pods()) {
      assertThat(pod.template().getSpec().getVolumes())
          .extracting(Volume::getName)
          .containsExactly("configuration", "work", "tmp");
      assertThat(pod.template().getMetadata().getAnnotations())
          .containsEntry("vault.hashicorp.com/secret-volume-path", "/run/poolkeeper/secrets");
    }
  }

  @Test
  void cleanupActsOnlyWithItsExample() throws IOException {
    Manifests manifests = rendered(Manifests.BASE.resolve("examples/cleanup").toString());
    CronJob cleanup = manifests.one(CronJob.class, "cleanup");
    assertThat(cleanup.getSpec().getSuspend()).isFalse();
    assertThat(manifests.text()).containsOnlyOnce("- --execute");
  }
}
