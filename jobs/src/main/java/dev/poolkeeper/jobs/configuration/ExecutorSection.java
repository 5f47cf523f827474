package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.readers.kubernetes.live.ClusterAccess;
import dev.poolkeeper.readers.source.Secret;
import dev.poolkeeper.readers.truenas.live.NasAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads {@code executor} of one cluster or NAS: who acts there. The reader's own credentials are
 * refused. Keys are opened for the commands that act or check only.
 */
final class ExecutorSection {

  private static final String KEY_FILE = "api-key-file";

  private final Values section;
  private final Optional<SecretFiles> secrets;

  /**
   * @param owner the section of the cluster or NAS
   * @param secrets empty: no key is opened
   */
  ExecutorSection(Values owner, Optional<SecretFiles> secrets) {
    this.section = owner.below("executor");
    this.secrets = secrets;
  }

  /** The same NAS, reached as its executor; empty when there is none, or no key is opened. */
  Optional<NasAccess> nas(NasAccess reader, Optional<Path> readerKeyFile) {
    if (!section.written()) {
      return Optional.empty();
    }
    Optional<String> username = section.text("username");
    Optional<Path> file = section.path(KEY_FILE);
    if (file.isEmpty()) {
      section.missing(KEY_FILE, "a file that holds the executor's API key");
      return Optional.empty();
    }
    if (readerKeyFile.filter(own -> sameFile(own, file.get())).isPresent()) {
      section.problem(KEY_FILE, file.get().toString(), "another key than the one that reads");
      return Optional.empty();
    }
    return secrets.map(files -> nas(reader, username, files));
  }

  private NasAccess nas(NasAccess reader, Optional<String> username, SecretFiles files) {
    Secret key = files.secret(section, KEY_FILE).orElse(new Secret(""));
    if (!key.value().isEmpty() && key.equals(reader.apiKey())) {
      section.problem(KEY_FILE, "…", "a file with another key than the one that reads");
    }
    return new NasAccess(
        reader.name(),
        reader.url(),
        username,
        key,
        reader.api(),
        reader.trust(),
        reader.callTimeout(),
        reader.deadline());
  }

  /** The same cluster, reached as its executor; empty when there is none. */
  Optional<ClusterAccess> cluster(ClusterAccess reader) {
    if (!section.written()) {
      return Optional.empty();
    }
    Optional<String> context = section.text("context");
    Optional<Path> kubeconfig = section.path("kubeconfig");
    if (kubeconfig.isEmpty()) {
      section.missing("kubeconfig", "the executor's kubeconfig");
      return Optional.empty();
    }
    Path file = kubeconfig.get();
    boolean same = reader.kubeconfig().filter(own -> sameFile(own, file)).isPresent();
    if (same && context.equals(reader.context())) {
      section.problem(
          "kubeconfig", file.toString(), "another kubeconfig, or another context of it");
    }
    if (secrets.isEmpty()) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      section.problem("kubeconfig", file.toString(), "a kubeconfig that can be read");
    }
    return Optional.of(
        new ClusterAccess(
            reader.name(), kubeconfig, context, false, reader.callTimeout(), Optional.empty()));
  }

  private static boolean sameFile(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }
}
