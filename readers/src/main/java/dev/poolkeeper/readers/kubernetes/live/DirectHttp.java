package dev.poolkeeper.readers.kubernetes.live;

import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.net.http.HttpClient;

/**
 * The JDK's HTTP client without redirects: an API server never sends one, and credentials must not
 * follow somebody else's.
 */
final class DirectHttp extends JdkHttpClientFactory {

  @Override
  protected void additionalConfig(HttpClient.Builder builder) {
    builder.followRedirects(HttpClient.Redirect.NEVER);
  }
}
