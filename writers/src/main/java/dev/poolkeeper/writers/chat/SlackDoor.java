package dev.poolkeeper.writers.chat;

import dev.poolkeeper.writers.channel.Probe;
import dev.poolkeeper.writers.channel.Receipt;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A way into Slack. */
interface SlackDoor {

  /**
   * @param about which run's result it is
   * @param message an object
   * @param reference what an earlier receipt said
   */
  Receipt send(String about, JsonNode message, Optional<String> reference);

  /** Looks without sending. */
  List<Probe> look();
}
