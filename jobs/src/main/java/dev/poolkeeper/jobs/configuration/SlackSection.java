package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.readers.source.Secret;
import dev.poolkeeper.writers.chat.SlackChannel;
import dev.poolkeeper.writers.http.HttpCaller;
import dev.poolkeeper.writers.http.HttpPlace;
import java.net.URI;
import java.util.Optional;

/**
 * Reads what a channel of type {@code slack} has of its own: an incoming webhook ({@code
 * url-file}), or a bot ({@code token-file} and {@code channel}).
 */
final class SlackSection {

  private static final URI METHODS = URI.create("https://slack.com/api");
  private static final String CHANNEL = "[A-Z][A-Z0-9]{5,20}|#?[^\\s#,<>]{1,80}";

  private SlackSection() {}

  static ChannelOpener read(Values section, SecretFiles secrets) {
    ChannelHttp http = new ChannelHttp(section, secrets);
    Optional<String> token = secrets.secret(section, "token-file").map(Secret::value);
    Optional<String> channel =
        section.optional(
            "channel",
            "the id of a channel, such as C0123456789, or its name",
            text -> Optional.of(text).filter(name -> name.matches(CHANNEL)));
    if (token.isEmpty()) {
      if (channel.isPresent()) {
        section.missing("token-file", "a file with a bot's token, which channel is for");
      }
      HttpPlace place = http.secretPlace("https://hooks.slack.com/services/T000/B000/XXXX");
      return (texts, context) -> SlackChannel.webhook(new HttpCaller(place, context));
    }
    if (section.text("url-file").isPresent()) {
      section.problem("url-file", "…", "either an incoming webhook, or token-file and channel");
    }
    if (section.text("channel").isEmpty()) {
      section.missing("channel", "the channel that the bot posts in, such as C0123456789");
    }
    HttpPlace place = http.place(METHODS);
    return (texts, context) ->
        SlackChannel.bot(new HttpCaller(place, context), token.get(), channel.orElse(""));
  }
}
