package dev.poolkeeper.jobs.configuration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Decides whether a setting is a URL that may be called. */
final class UrlSetting {

  private static final String NO_HOST = "https://HOST or https://HOST:PORT";

  private UrlSetting() {}

  /** {@code https://host[:port]} and nothing more; all else is a problem. */
  static Optional<URI> host(Values section, String key) {
    Optional<URI> url = any(section, key, "https://nas1.example.com");
    if (url.isEmpty()) {
      return url;
    }
    URI known = url.get();
    if (known.getScheme().equals("http")) {
      section.problem(
          key,
          known.toString(),
          "https://…: an API key is never sent over plain HTTP, TrueNAS 25.04 and newer revoke it");
      return Optional.empty();
    }
    String path = known.getRawPath() == null ? "" : known.getRawPath();
    if (!path.matches("/?") || known.getRawQuery() != null || known.getRawFragment() != null) {
      section.problem(key, known.toString(), NO_HOST + ", without a path");
      return Optional.empty();
    }
    return Optional.of(URI.create("https://" + known.getRawAuthority()));
  }

  /** An http or https URL with a host, without user and password. */
  static Optional<URI> any(Values section, String key, String example) {
    Optional<String> text = section.text(key);
    if (text.isEmpty()) {
      section.missing(key, "a URL such as " + example);
      return Optional.empty();
    }
    URI url = parsed(text.get());
    if (url.getRawUserInfo() != null || text.get().contains("@")) {
      // the value is not shown: it holds a password
      section.problem(key, "…", "a URL without user and password, which have keys of their own");
      return Optional.empty();
    }
    if (url.getHost() == null || url.getScheme() == null || !url.getScheme().matches("https?")) {
      section.problem(key, text.get(), NO_HOST);
      return Optional.empty();
    }
    return Optional.of(url);
  }

  private static URI parsed(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException noUrl) {
      return URI.create("");
    }
  }
}
