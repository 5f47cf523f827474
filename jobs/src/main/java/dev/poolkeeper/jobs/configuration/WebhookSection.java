package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.readers.source.Secret;
import dev.poolkeeper.writers.http.HttpPlace;
import dev.poolkeeper.writers.webhook.WebhookChannel;
import java.util.Base64;
import java.util.Optional;

/** Reads what a channel of type {@code webhook} has of its own. */
final class WebhookSection {

  private static final String BASE64 = "whsec_";

  private WebhookSection() {}

  static ChannelOpener read(Values section, SecretFiles secrets) {
    HttpPlace place =
        new ChannelHttp(section, secrets).secretPlace("https://hooks.example.com/poolkeeper");
    Optional<String> secret =
        secrets.secret(section, "secret-file").map(Secret::value).filter(s -> !s.isEmpty());
    secret
        .filter(text -> text.startsWith(BASE64) && !base64(text.substring(BASE64.length())))
        .ifPresent(
            text ->
                section.problem(
                    "secret-file", "…", "a file with any text, or whsec_ and a key in Base64"));
    return (texts, context) -> new WebhookChannel(place, secret, texts, context);
  }

  private static boolean base64(String text) {
    try {
      return Base64.getDecoder().decode(text).length > 0;
    } catch (IllegalArgumentException noBase64) {
      return false;
    }
  }
}
