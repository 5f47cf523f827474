package dev.poolkeeper.writers.chat;

import static dev.poolkeeper.writers.json.CompactJson.object;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.poolkeeper.processors.delivery.NightDigest;
import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.processors.delivery.WeekDigest;
import dev.poolkeeper.writers.channel.Parcel;
import dev.poolkeeper.writers.channel.Probe;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.channel.ReportChannel;
import dev.poolkeeper.writers.http.HttpCaller;
import dev.poolkeeper.writers.json.CompactJson;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Posts each report to Slack. With a bot's token the same night told again changes the message that
 * is there; an incoming webhook can only post another.
 */
public final class SlackChannel implements ReportChannel {

  private static final String ABOUT = "about";
  private static final String MESSAGE = "message";
  private static final String TEST =
      "This is a test of poolkeeper: nothing has to be done. Reports will be posted here.";

  private final HttpCaller http;
  private final SlackDoor door;
  private final Digests digests = new Digests();
  private final SlackMessage messages = new SlackMessage();
  private final CompactJson json = new CompactJson();

  private SlackChannel(HttpCaller http, SlackDoor door) {
    this.http = http;
    this.door = door;
  }

  /** Through an incoming webhook, whose URL is the credential. */
  public static SlackChannel webhook(HttpCaller http) {
    return new SlackChannel(http, new SlackWebhook(http));
  }

  /**
   * As a bot.
   *
   * @param http to Slack's methods, {@code https://slack.com/api}
   * @param channel id or name of the channel
   */
  public static SlackChannel bot(HttpCaller http, String token, String channel) {
    return new SlackChannel(http, new SlackBot(http, token, channel));
  }

  @Override
  public byte[] make(NightDigest night) {
    return made(digests.of(night));
  }

  @Override
  public byte[] make(WeekDigest week) {
    return made(digests.of(week));
  }

  private byte[] made(DigestContent content) {
    return json.text(object(ABOUT, content.about(), MESSAGE, messages.of(content))).getBytes(UTF_8);
  }

  @Override
  public Receipt send(Parcel parcel) {
    JsonNode made = json.tree(parcel.text());
    if (!made.path(MESSAGE).isObject()) {
      return Receipt.of(Outcome.Kind.REFUSED, "what was made for it is no message of Slack");
    }
    return door.send(made.path(ABOUT).asString(""), made.path(MESSAGE), parcel.reference());
  }

  @Override
  public List<Probe> probe(boolean sendTest) {
    return sendTest
        ? List.of(
            Probe.of(
                "message",
                door.send("test", json.tree(json.text(object("text", TEST))), Optional.empty()),
                "see docs/chat.md for what Slack's words mean"))
        : door.look();
  }

  @Override
  public void close() {
    http.close();
  }
}
