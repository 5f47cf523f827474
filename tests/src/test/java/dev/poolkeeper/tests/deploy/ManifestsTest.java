package dev.poolkeeper.tests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.CleanupJob;
import dev.poolkeeper.jobs.HousekeepingJob;
import dev.poolkeeper.jobs.NightlyJob;
import dev.poolkeeper.jobs.WeeklyCapacityJob;
import dev.poolkeeper.jobs.turn.StopSignal;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicyRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The base in {@code deploy/cronjobs}, file by file. */
class ManifestsTest {

  private final Manifests base = Manifests.base();

  private CronJob job(String name) {
    return base.one(CronJob.class, name);
  }

  private static Container container(CronJob job) {
    return job.getSpec().getJobTemplate().getSpec().getTemplate().getSpec().getContainers().get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {NightlyJob.NAME, WeeklyCapacityJob.NAME, CleanupJob.NAME, HousekeepingJob.NAME})
  void everyJobHasAManifestOfItsName(String name) {
    assertThat(Manifests.BASE.resolve(name + ".yaml")).exists();
    assertThat(container(job(name)).getArgs()).startsWith("run", name);
  }

  @Test
  void noFieldIsUnknownToKubernetes() {
    assertThat(base.objects()).isNotEmpty();
    assertThat(base.objects()).noneMatch(GenericKubernetesResource.class::isInstance);
    assertThat(base.objects())
        .allSatisfy(
            object ->
                assertThat(UnknownFields.of(object.getMetadata().getName(), object)).isEmpty());
    assertThat(
            UnknownFields.of(
                "x", Manifests.of("kind: Pod\napiVersion: v1\nspec: {colour: red}\n").objects()))
        .as("the check itself")
        .containsExactly("x[0].Spec.colour");
  }

  @Test
  void schedulesAreThoseOfTheDocumentation() {
    assertThat(job(NightlyJob.NAME).getSpec().getSchedule()).isEqualTo("0 2 * * *");
    assertThat(job(WeeklyCapacityJob.NAME).getSpec().getSchedule()).isEqualTo("0 5 * * 1");
    assertThat(job(CleanupJob.NAME).getSpec().getSuspend()).isTrue();
    assertThat(container(job(CleanupJob.NAME)).getArgs()).doesNotContain("--execute");
    assertThat(base.all(CronJob.class))
        .hasSize(5)
        .allSatisfy(
            cronJob -> {
              assertThat(cronJob.getSpec().getConcurrencyPolicy()).isEqualTo("Forbid");
              assertThat(cronJob.getSpec().getTimeZone()).isEqualTo("Etc/UTC");
              assertThat(cronJob.getSpec().getStartingDeadlineSeconds()).isPositive();
              assertThat(cronJob.getSpec().getFailedJobsHistoryLimit()).isPositive();
              assertThat(cronJob.getSpec().getJobTemplate().getSpec().getBackoffLimit())
                  .isBetween(0, 2);
            });
  }

  @Test
  void onlyWhatMayEndOtherwiseIsTriedAgain() {
    for (String name : List.of(NightlyJob.NAME, WeeklyCapacityJob.NAME, HousekeepingJob.NAME)) {
      List<PodFailurePolicyRule> rules =
          job(name).getSpec().getJobTemplate().getSpec().getPodFailurePolicy().getRules();
      assertThat(rules)
          .extracting(PodFailurePolicyRule::getAction)
          .containsExactly("Ignore", "FailJob");
      assertThat(rules.get(1).getOnExitCodes().getValues()).containsExactly(1, 2, 3, 4, 5);
    }
    assertThat(job(CleanupJob.NAME).getSpec().getJobTemplate().getSpec().getBackoffLimit())
        .as("a cleanup is only tried again by people")
        .isZero();
  }

  @Test
  void podsAreNotKilledBeforeARunHasStopped() {
    assertThat(base.pods())
        .allSatisfy(
            pod ->
                assertThat(pod.template().getSpec().getTerminationGracePeriodSeconds())
                    .isGreaterThan(StopSignal.LONGEST.toSeconds()));
    assertThat(
            job(CleanupJob.NAME)
                .getSpec()
                .getJobTemplate()
                .getSpec()
                .getTemplate()
                .getSpec()
                .getTerminationGracePeriodSeconds())
        .as("an act is carried through")
        .isGreaterThanOrEqualTo(600);
  }

  @Test
  void podsAreRestricted() {
    assertThat(base.pods())
        .hasSize(5)
        .allSatisfy(pod -> assertThat(Restricted.violations(pod.template().getSpec())).isEmpty());
  }

  @Test
  void restrictedNoticesWhatIsNot() {
    Manifests loose =
        Manifests.of(
            """
            kind: Pod
            apiVersion: v1
            spec:
              hostNetwork: true
              volumes: [{name: a, hostPath: {path: /}}]
              containers: [{name: c, image: i, securityContext: {privileged: true}}]
            """);
    Pod pod = loose.all(Pod.class).get(0);
    assertThat(Restricted.violations(pod.getSpec()))
        .contains(
            "hostNetwork",
            "volume a",
            "c: runAsNonRoot",
            "c: seccompProfile",
            "c: privileged",
            "c: allowPrivilegeEscalation",
            "c: capabilities",
            "c: readOnlyRootFilesystem");
  }

  @Test
  void everyPodHasItsMeasure() {
    assertThat(base.pods())
        .allSatisfy(
            pod -> {
              var resources = pod.template().getSpec().getContainers().get(0).getResources();
              assertThat(resources.getRequests()).containsKeys("cpu", "memory");
              assertThat(resources.getLimits()).containsKeys("memory", "ephemeral-storage");
              assertThat(resources.getLimits()).doesNotContainKey("cpu");
            });
  }

  @Test
  void tokensGoOnlyToThoseWhoAskClusters() {
    Map<String, List<String>> accounts =
        base.pods().stream()
            .collect(
                Collectors.toMap(
                    Manifests.Pod::owner,
                    pod ->
                        List.of(
                            pod.template().getSpec().getServiceAccountName(),
                            String.valueOf(
                                pod.template().getSpec().getAutomountServiceAccountToken()))));
    assertThat(accounts)
        .containsEntry("nightly", List.of("poolkeeper", "true"))
        .containsEntry("check", List.of("poolkeeper", "true"))
        .containsEntry("cleanup", List.of("poolkeeper-executor", "true"))
        .containsEntry("weekly-capacity", List.of("poolkeeper-ledger", "false"))
        .containsEntry("housekeeping", List.of("poolkeeper-ledger", "false"));
    assertThat(base.all(ServiceAccount.class))
        .allSatisfy(account -> assertThat(account.getAutomountServiceAccountToken()).isFalse());
    assertThat(base.one(ClusterRoleBinding.class, "poolkeeper-executor").getSubjects())
        .extracting("name")
        .containsExactly("poolkeeper-executor");
    assertThat(base.all(ClusterRoleBinding.class))
        .allSatisfy(
            binding ->
                assertThat(binding.getSubjects())
                    .extracting("name")
                    .doesNotContain("poolkeeper-ledger"));
  }

  @Test
  void leaseOfTheSettingsIsTheOneThatIsGranted() throws Exception {
    assertThat(Files.readString(Manifests.BASE.resolve("poolkeeper.yaml")))
        .contains("\n  lease: {name: poolkeeper}\n");
    assertThat(base.one(Role.class, "poolkeeper-lease").getRules())
        .extracting(rule -> rule.getVerbs() + " " + rule.getResourceNames())
        .containsExactly("[get, update] [poolkeeper]", "[create] []");
    assertThat(base.one(RoleBinding.class, "poolkeeper-lease").getSubjects())
        .extracting("name")
        .containsExactly("poolkeeper", "poolkeeper-executor");
  }

  @Test
  void whoOnlyNeedsTheLedgerReachesNothingElse() {
    NetworkPolicy deny = base.one(NetworkPolicy.class, "default-deny");
    assertThat(deny.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
    assertThat(deny.getSpec().getIngress()).isEmpty();
    assertThat(deny.getSpec().getEgress()).isEmpty();
    assertThat(Egress.ports(base, "housekeeping")).containsExactlyInAnyOrder(53, 5432);
    assertThat(Egress.ports(base, "weekly-capacity"))
        .containsExactlyInAnyOrder(53, 443, 465, 587, 5432);
    assertThat(Egress.ports(base, "cleanup")).containsExactlyInAnyOrder(53, 443, 5432, 6443);
    assertThat(Egress.ports(base, "nightly"))
        .containsExactlyInAnyOrder(53, 443, 465, 587, 5432, 6443);
  }
}
