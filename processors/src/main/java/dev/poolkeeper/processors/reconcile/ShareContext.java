package dev.poolkeeper.processors.reconcile;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.VolumeSource;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How democratic-csi says a volume is served: a flat JSON object in a user property, with the keys
 * of a volume's attributes (contract 4.3).
 */
final class ShareContext {

  private static final Pattern PAIR =
      Pattern.compile("\"(\\w+)\"\\s*:\\s*(?:\"([^\"]*)\"|(-?\\d+))");

  private ShareContext() {}

  /** The context as a volume would hold it; without attributes when the dataset has none. */
  static VolumeSource of(Dataset dataset) {
    Map<String, String> attributes = new HashMap<>();
    Matcher pair = PAIR.matcher(dataset.property(CsiMarks.SHARE_CONTEXT).orElse(""));
    while (pair.find()) {
      attributes.put(pair.group(1), pair.group(2) == null ? pair.group(3) : pair.group(2));
    }
    return VolumeSource.csi("", "", attributes);
  }
}
