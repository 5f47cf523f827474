package dev.poolkeeper.readers.kubernetes.live;

import dev.poolkeeper.readers.source.SourceRefused;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@code tokenFile} of a kubeconfig's user, as a pod has one for its service account. The
 * client does not look at it. It is read when the cluster is called first: no run takes as long as
 * such a token is good for.
 */
record TokenFile(Path path, Path kubeconfig) {

  /** That of the current context's user; empty when it has none, or a token beside it. */
  static Optional<TokenFile> of(Path kubeconfig, Config config) {
    if (config.getOauthToken() != null || config.getCurrentContext() == null) {
      return Optional.empty();
    }
    String user = config.getCurrentContext().getContext().getUser();
    return Serialization.unmarshal(
            kubeconfigText(kubeconfig), io.fabric8.kubernetes.api.model.Config.class)
        .getUsers()
        .stream()
        .filter(named -> named.getName().equals(user) && named.getUser() != null)
        .map(NamedAuthInfo::getUser)
        .flatMap(found -> Optional.ofNullable(found.getTokenFile()).stream())
        .findFirst()
        .map(file -> new TokenFile(kubeconfig.resolveSibling(file), kubeconfig));
  }

  private static String kubeconfigText(Path kubeconfig) {
    try {
      return Files.readString(kubeconfig);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws SourceRefused when there is no token in it
   */
  String read(String cluster) {
    try {
      String token = Files.readString(path).strip();
      if (!token.isEmpty()) {
        return token;
      }
    } catch (IOException unreadable) {
      throw refused(cluster, path + " cannot be read", unreadable);
    }
    throw refused(cluster, path + " is empty", null);
  }

  private SourceRefused refused(String cluster, String seen, @Nullable Throwable cause) {
    return new SourceRefused(
        "configuration of cluster " + cluster,
        seen + " (tokenFile of " + kubeconfig + ")",
        "mount the token of a service account there",
        cause);
  }
}
