package dev.poolkeeper.tests.deploy;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Pod Security <i>restricted</i> would refuse, and a root file system that can be written.
 * Source: kubernetes.io/docs/concepts/security/pod-security-standards.
 */
final class Restricted {

  private final PodSpec spec;
  private final PodSecurityContext pod;
  private final List<String> violations = new ArrayList<>();

  private Restricted(PodSpec spec) {
    this.spec = spec;
    this.pod = Optional.ofNullable(spec.getSecurityContext()).orElse(new PodSecurityContext());
  }

  static List<String> violations(PodSpec spec) {
    Restricted check = new Restricted(spec);
    check.ofPod();
    Stream.concat(spec.getContainers().stream(), spec.getInitContainers().stream())
        .forEach(check::ofContainer);
    return List.copyOf(check.violations);
  }

  private void violated(boolean violation, String what) {
    if (violation) {
      violations.add(what);
    }
  }

  private void ofPod() {
    violated(Boolean.TRUE.equals(spec.getHostNetwork()), "hostNetwork");
    violated(Boolean.TRUE.equals(spec.getHostPID()), "hostPID");
    violated(Boolean.TRUE.equals(spec.getHostIPC()), "hostIPC");
    violated(Objects.equals(pod.getRunAsUser(), 0L), "runAsUser 0");
    violated(!pod.getSysctls().isEmpty(), "sysctls");
    for (Volume volume : spec.getVolumes()) {
      boolean allowed =
          volume.getConfigMap() != null
              || volume.getSecret() != null
              || volume.getProjected() != null
              || volume.getEmptyDir() != null
              || volume.getPersistentVolumeClaim() != null
              || volume.getCsi() != null;
      violated(!allowed, "volume " + volume.getName());
    }
  }

  private void ofContainer(Container container) {
    SecurityContext own =
        Optional.ofNullable(container.getSecurityContext()).orElse(new SecurityContext());
    String name = container.getName() + ": ";
    Boolean nonRoot = Optional.ofNullable(own.getRunAsNonRoot()).orElse(pod.getRunAsNonRoot());
    violated(!Boolean.TRUE.equals(nonRoot), name + "runAsNonRoot");
    violated(Objects.equals(own.getRunAsUser(), 0L), name + "runAsUser 0");
    SeccompProfile seccomp =
        Optional.ofNullable(own.getSeccompProfile()).orElse(pod.getSeccompProfile());
    violated(
        seccomp == null || !seccomp.getType().equals("RuntimeDefault"), name + "seccompProfile");
    violated(Boolean.TRUE.equals(own.getPrivileged()), name + "privileged");
    violated(
        !Boolean.FALSE.equals(own.getAllowPrivilegeEscalation()),
        name + "allowPrivilegeEscalation");
    Capabilities capabilities =
        Optional.ofNullable(own.getCapabilities()).orElse(new Capabilities());
    violated(
        !capabilities.getDrop().contains("ALL") || !capabilities.getAdd().isEmpty(),
        name + "capabilities");
    violated(
        !Boolean.TRUE.equals(own.getReadOnlyRootFilesystem()), name + "readOnlyRootFilesystem");
  }
}
