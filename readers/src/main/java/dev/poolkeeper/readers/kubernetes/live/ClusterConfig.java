package dev.poolkeeper.readers.kubernetes.live;

import dev.poolkeeper.readers.json.Visible;
import dev.poolkeeper.readers.source.Peer;
import dev.poolkeeper.readers.source.SourceRefused;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides with which settings a cluster is called: those of a kubeconfig's context, or those of the
 * pod's service account.
 *
 * @param described where they come from, {@code context prod-a of /home/me/.kube/config}
 * @param kubectl the same as options of kubectl, empty for a service account
 */
record ClusterConfig(Config config, String described, String kubectl) {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  static ClusterConfig of(ClusterAccess access) {
    Config config = load(access);
    Duration connect =
        access.callTimeout().compareTo(CONNECT_TIMEOUT) < 0
            ? access.callTimeout()
            : CONNECT_TIMEOUT;
    config.setConnectionTimeout(Math.toIntExact(connect.toMillis()));
    config.setRequestTimeout(Math.toIntExact(access.callTimeout().toMillis()));
    // Retry is ours, and one question at a time gains nothing from HTTP/2.
    config.setRequestRetryBackoffLimit(0);
    config.setHttp2Disable(true);
    String context =
        Optional.ofNullable(config.getCurrentContext()).map(NamedContext::getName).orElse("");
    if (context.isEmpty()) {
      return new ClusterConfig(config, "the service account of this pod", "");
    }
    String file = access.kubeconfig().map(Path::toString).orElse("the kubeconfig");
    String option = access.kubeconfig().map(path -> " --kubeconfig " + path).orElse("");
    return new ClusterConfig(
        config,
        "context " + Visible.text(context) + " of " + file,
        option + " --context " + Visible.text(context));
  }

  Peer peer() {
    return new Peer(
        URI.create(config.getMasterUrl()),
        "the server's address in " + described,
        "certificate-authority-data in " + described);
  }

  boolean serviceAccount() {
    return kubectl.isEmpty();
  }

  private static Config load(ClusterAccess access) {
    try {
      return access.kubeconfig().isPresent()
          ? ofFile(access, access.kubeconfig().get())
          : found(access);
    } catch (SourceRefused refused) {
      throw refused;
    } catch (RuntimeException unusable) {
      // The client fails in many ways at a file that is no kubeconfig, null pointers among them.
      throw refused(
          access,
          access.kubeconfig().map(Path::toString).orElse("the kubeconfig")
              + " cannot be used ("
              + unusable.getClass().getSimpleName()
              + ")",
          "kubectl config view must show it; its exec plugin and certificates must be there",
          unusable);
    }
  }

  private static Config ofFile(ClusterAccess access, Path file) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw refused(
          access,
          file + (Files.exists(file) ? " cannot be read" : " does not exist"),
          "name a kubeconfig that this user can read, or none inside a cluster",
          null);
    }
    Config config = Config.fromKubeconfig(access.context().orElse(null), file.toFile());
    addProxies(config);
    checked(access, config, file.toString());
    TokenFile.of(file, config).ifPresent(token -> config.setOauthToken(token.read(access.name())));
    return config;
  }

  private static Config found(ClusterAccess access) {
    Config config = Config.autoConfigure(access.context().orElse(null));
    boolean nothing =
        config.getCurrentContext() == null
            && config.getMasterUrl().startsWith(Config.DEFAULT_MASTER_URL)
            && config.getAutoOAuthToken() == null
            && config.getOauthToken() == null;
    if (nothing) {
      throw refused(
          access,
          "there is neither a kubeconfig nor a service account of a pod",
          "set kubeconfig (and context) of the cluster, or run poolkeeper inside it",
          null);
    }
    return access.context().isPresent() ? checked(access, config, "the kubeconfig") : config;
  }

  private static Config checked(ClusterAccess access, Config config, String file) {
    String known =
        config.getContexts() == null
            ? ""
            : config.getContexts().stream()
                .map(NamedContext::getName)
                .map(Visible::text)
                .sorted()
                .collect(Collectors.joining(", "));
    NamedContext current = config.getCurrentContext();
    Optional<String> wanted = access.context();
    if (current == null || wanted.filter(name -> !name.equals(current.getName())).isPresent()) {
      throw refused(
          access,
          file
              + wanted.map(name -> " has no context " + name).orElse(" has no current context")
              + (known.isEmpty() ? "" : ", it has " + known),
          "set context to one that kubectl config get-contexts lists",
          null);
    }
    if (config.getMasterUrl().startsWith(Config.DEFAULT_MASTER_URL)) {
      throw refused(
          access,
          "context " + current.getName() + " of " + file + " names no cluster with a server",
          "complete it; kubectl --context " + current.getName() + " get namespaces must answer",
          null);
    }
    return config;
  }

  /** As kubectl does; the client itself looks at them only where it finds the file itself. */
  private static void addProxies(Config config) {
    if (config.getHttpsProxy() == null) {
      environment("HTTPS_PROXY").ifPresent(config::setHttpsProxy);
    }
    if (config.getHttpProxy() == null) {
      environment("HTTP_PROXY").ifPresent(config::setHttpProxy);
    }
    if (config.getNoProxy() == null) {
      environment("NO_PROXY").ifPresent(hosts -> config.setNoProxy(hosts.split("\\s*,\\s*")));
    }
  }

  private static Optional<String> environment(String name) {
    return Optional.ofNullable(System.getenv(name))
        .or(() -> Optional.ofNullable(System.getenv(name.toLowerCase(Locale.ROOT))))
        .filter(value -> !value.isBlank());
  }

  private static SourceRefused refused(
      ClusterAccess access, String seen, String next, @Nullable Throwable cause) {
    return new SourceRefused("configuration of cluster " + access.name(), seen, next, cause);
  }
}
