package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.readers.source.Secret;
import dev.poolkeeper.writers.http.HttpPlace;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads how a channel speaks HTTP: {@code url} or {@code url-file}, {@code ca-file}, {@code proxy},
 * {@code timeout}, {@code allow-clear-text}.
 */
final class ChannelHttp {

  private static final String LOOPBACK = "localhost|127(\\.\\d{1,3}){3}|\\[?::1]?";
  private static final URI NOWHERE = URI.create("https://invalid.invalid");

  private final Values section;
  private final SecretFiles secrets;

  ChannelHttp(Values section, SecretFiles secrets) {
    this.section = section;
    this.secrets = secrets;
  }

  /**
   * A service whose URL may be seen, as that of a Jira.
   *
   * @param example for messages
   */
  HttpPlace place(String example) {
    return place(UrlSetting.any(section, "url", example).orElse(NOWHERE), false);
  }

  /** The same, where there is a URL that fits nearly everybody. */
  HttpPlace place(URI usual) {
    return section.text("url").isEmpty() ? place(usual, false) : place(usual.toString());
  }

  /**
   * One whose URL is itself the credential, as that of an incoming webhook: {@code url-file} names
   * the file that it is in; {@code url} is for endpoints without one.
   */
  HttpPlace secretPlace(String example) {
    if (section.text("url").isPresent() == section.text("url-file").isPresent()) {
      section.missing(
          "url-file",
          "either url-file, a file with a URL such as %s, or url, for one that is no secret"
              .formatted(example));
      return place(NOWHERE, true);
    }
    if (section.text("url").isPresent()) {
      return place(example);
    }
    Optional<URI> url =
        secrets.secret(section, "url-file").flatMap(secret -> parsed(secret.value()));
    if (url.isEmpty()) {
      section.problem("url-file", section.text("url-file").orElse(""), "a file with a URL in it");
    }
    return place(url.orElse(NOWHERE), true);
  }

  /** Services that are told the same, as the members of a cluster are: {@code url} lists them. */
  List<HttpPlace> places(String example) {
    List<String> urls = section.words("url");
    if (urls.isEmpty()) {
      section.missing("url", "a URL such as %s, or several with commas between".formatted(example));
    }
    List<HttpPlace> places = new ArrayList<>();
    for (String text : urls) {
      Optional<URI> url = parsed(text).filter(known -> known.getRawUserInfo() == null);
      if (url.isEmpty()) {
        section.problem(
            "url", "…", "URLs such as %s, without user and password".formatted(example));
      }
      url.ifPresent(known -> places.add(place(known, false)));
    }
    return places;
  }

  /**
   * The value of the header {@code Authorization}, from {@code username} and {@code password-file},
   * or from {@code token-file}; empty when none of them is there.
   */
  Optional<String> authorization() {
    Optional<String> user = section.text("username");
    Optional<String> password = secrets.secret(section, "password-file").map(Secret::value);
    Optional<String> token = secrets.secret(section, "token-file").map(Secret::value);
    if (user.isPresent() != password.isPresent()) {
      section.missing(
          user.isPresent() ? "password-file" : "username", "username and password-file together");
    }
    if (token.isPresent() && user.isPresent()) {
      section.problem("token-file", "…", "either a token, or username and password-file");
    }
    Optional<String> basic =
        user.flatMap(
            name ->
                password.map(
                    word ->
                        "Basic "
                            + Base64.getEncoder()
                                .encodeToString(
                                    (name + ":" + word).getBytes(StandardCharsets.UTF_8))));
    return token.map(word -> "Bearer " + word).or(() -> basic);
  }

  private HttpPlace place(URI url, boolean secret) {
    String host = String.valueOf(url.getHost());
    boolean allowed = section.flag("allow-clear-text", false);
    if (url.getScheme().equals("http") && !host.matches(LOOPBACK) && !allowed) {
      section.problem(
          secret ? "url-file" : "url",
          secret ? "…" : url.toString(),
          "https://…; http is for this machine itself, or with allow-clear-text: true");
    }
    return new HttpPlace(
        url, secret, authorities(), proxy(url), section.wait("timeout", Duration.ofSeconds(30)));
  }

  private static Optional<URI> parsed(String text) {
    try {
      URI url = new URI(text);
      boolean good = url.getHost() != null && String.valueOf(url.getScheme()).matches("https?");
      return good ? Optional.of(url) : Optional.empty();
    } catch (java.net.URISyntaxException noUrl) {
      return Optional.empty();
    }
  }

  private Optional<Path> authorities() {
    Optional<Path> file = section.path("ca-file");
    file.filter(path -> !Files.isReadable(path))
        .ifPresent(path -> section.problem("ca-file", path.toString(), "a file that can be read"));
    return file;
  }

  /** The setting goes before the environment; {@code none}: straight there. */
  private Optional<URI> proxy(URI url) {
    Optional<String> own = section.text("proxy");
    if (own.filter("none"::equals).isPresent()) {
      return Optional.empty();
    }
    if (own.isPresent()) {
      Optional<URI> proxy =
          parsed(own.get()).filter(uri -> uri.getPort() > 0 && uri.getRawUserInfo() == null);
      if (proxy.isEmpty()) {
        section.problem("proxy", "…", "http://HOST:PORT without user and password, or none");
      }
      return proxy;
    }
    return url.getScheme().equals("https") && !exempt(String.valueOf(url.getHost()))
        ? section.variable("HTTPS_PROXY").flatMap(ChannelHttp::parsed).filter(p -> p.getPort() > 0)
        : Optional.empty();
  }

  /** Hosts and domains that NO_PROXY lists. */
  private boolean exempt(String host) {
    String folded = host.toLowerCase(Locale.ROOT);
    return host.matches(LOOPBACK)
        || Arrays.stream(section.variable("NO_PROXY").orElse("").split(",", -1))
            .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
            .filter(entry -> !entry.isEmpty())
            .map(entry -> entry.startsWith(".") ? entry.substring(1) : entry)
            .anyMatch(
                entry -> entry.equals("*") || folded.equals(entry) || folded.endsWith("." + entry));
  }
}
