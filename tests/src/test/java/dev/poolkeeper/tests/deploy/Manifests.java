package dev.poolkeeper.tests.deploy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Objects of a set of manifests, in fabric8's model. */
public record Manifests(String text, List<HasMetadata> objects) {

  static final Path DEPLOY = Path.of("../deploy");
  static final Path BASE = DEPLOY.resolve("cronjobs");

  /** The files of the base as they are, without anything that kustomize does. */
  public static Manifests base() {
    try (Stream<Path> files = Files.list(BASE)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".yaml") && !name.matches("kustomization.yaml|poolkeeper.yaml")) {
          all.append("---\n").append(Files.readString(file));
        }
      }
      return of(all.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Manifests of(String yaml) {
    List<HasMetadata> objects =
        Pattern.compile("(?m)^---$")
            .splitAsStream(yaml)
            .filter(document -> !document.replaceAll("(?m)^#.*$", "").isBlank())
            .map(document -> new KubernetesSerialization().<HasMetadata>unmarshal(document))
            .toList();
    return new Manifests(yaml, objects);
  }

  /** Whether this machine has a kubectl whose kustomize knows components and labels. */
  static boolean canRender() {
    try {
      return run("kubectl", "version", "--client", "-o", "json")
          .matches("(?s).*\"kustomizeVersion\": \"v(5|4\\.[2-9]).*");
    } catch (IOException noKubectl) {
      return false;
    }
  }

  /** What {@code kubectl apply -k} of a folder would send. */
  static Manifests rendered(Path folder) throws IOException {
    return of(run("kubectl", "kustomize", folder.toString()));
  }

  private static String run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + ": " + said);
      }
      return said;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  <T extends HasMetadata> List<T> all(Class<T> kind) {
    return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  <T extends HasMetadata> T one(Class<T> kind, String name) {
    return all(kind).stream()
        .filter(object -> object.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind.getSimpleName() + " " + name));
  }

  /** The pods that CronJobs and StatefulSets make, by the name of who makes them. */
  List<Pod> pods() {
    return Stream.concat(
            all(CronJob.class).stream()
                .map(
                    job ->
                        new Pod(
                            job.getMetadata().getName(),
                            job.getSpec().getJobTemplate().getSpec().getTemplate())),
            all(StatefulSet.class).stream()
                .map(set -> new Pod(set.getMetadata().getName(), set.getSpec().getTemplate())))
        .toList();
  }

  /** A pod that somebody will make. */
  record Pod(String owner, PodTemplateSpec template) {}

  /** What the ClusterRoles of these names grant, as {@code list storage.k8s.io/csinodes}. */
  public SortedSet<String> granted(String... roles) {
    SortedSet<String> granted = new TreeSet<>();
    for (String role : roles) {
      granted.addAll(granted(one(ClusterRole.class, role).getRules()));
    }
    return granted;
  }

  /** The same of a Role, which grants it in its own namespace. */
  public SortedSet<String> grantedHere(String role) {
    return granted(one(Role.class, role).getRules());
  }

  private static SortedSet<String> granted(List<PolicyRule> rules) {
    SortedSet<String> granted = new TreeSet<>();
    for (PolicyRule rule : rules) {
      for (String group : rule.getApiGroups()) {
        for (String resource : rule.getResources()) {
          for (String verb : rule.getVerbs()) {
            granted.add(verb.toLowerCase(Locale.ROOT) + " " + group + "/" + resource);
          }
        }
      }
    }
    return granted;
  }

  /** The volume stats of an example, beside all of the base. */
  public static Manifests withVolumeStats() {
    try {
      return of(
          base().text()
              + "\n---\n"
              + Files.readString(BASE.resolve("examples/volume-stats/rights.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
