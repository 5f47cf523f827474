package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.readers.source.Secret;
import dev.poolkeeper.readers.truenas.live.NasAccess;
import dev.poolkeeper.readers.truenas.live.NasAccess.Api;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/** Reads one entry of {@code poolkeeper.nas}. */
final class NasSection {

  /** Stands in for a URL that was a problem; the configuration it is in is never used. */
  static final URI NOWHERE = URI.create("https://invalid.invalid");

  private NasSection() {}

  static NasSettings read(Values section, String name, SecretFiles secrets) {
    NasAccess access =
        new NasAccess(
            name,
            UrlSetting.host(section, "url").orElse(NOWHERE),
            section.text("username"),
            apiKey(section, secrets),
            section.parsed("api", Api.AUTO, "auto, jsonrpc or rest", NasSection::api),
            TrustSection.read(section),
            section.wait("call-timeout", NasSettings.CALL_TIMEOUT),
            section.wait("deadline", NasSettings.DEADLINE));
    return new NasSettings(
        access,
        section.words("addresses"),
        section.duration("snapshot-refresh", NasSettings.SNAPSHOT_REFRESH));
  }

  private static Secret apiKey(Values section, SecretFiles secrets) {
    Optional<Secret> written = section.text("api-key").map(Secret::new);
    Optional<Secret> mounted = secrets.secret(section, "api-key-file");
    if (written.isPresent() && mounted.isPresent()) {
      section.problem("api-key", "…", "only one of api-key-file and api-key");
    }
    if (written.isEmpty() && mounted.isEmpty()) {
      section.missing("api-key-file", "a file that holds an API key (or the key as api-key)");
    }
    return mounted.or(() -> written).orElse(new Secret(""));
  }

  private static Optional<Api> api(String text) {
    return Arrays.stream(Api.values()).filter(api -> api.name().equalsIgnoreCase(text)).findFirst();
  }
}
