package dev.poolkeeper.readers.json;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decides which volume attributes are kept: those the join understands, and no other. StorageClass
 * parameters, which some drivers copy into every volume, may hold CHAP secrets and passphrases.
 */
public final class KnownAttributes {

  private static final Set<String> KNOWN =
      Set.of(
          "node_attach_driver",
          "provisioner_driver",
          "provisioner_driver_instance_id",
          "server",
          "share",
          "source",
          "subdir",
          "subDir",
          "portal",
          "portals",
          "interface",
          "iqn",
          "lun",
          "nqn",
          "nsid",
          "transport",
          "transports",
          "zfs_asset_name",
          "path",
          "nfsServer",
          "nfsPath",
          "targetPortal",
          "targetIQN",
          "protocol",
          "pool",
          "datasetID",
          "datasetName",
          "nfsShareID",
          "iscsiIQN",
          "storage.kubernetes.io/csiProvisionerIdentity");
  private static final Pattern SECRET =
      Pattern.compile(
          "secret|passw|passphrase|chap|token|credential|private|encryption|auth|api.?key");

  private KnownAttributes() {}

  /** The known attributes as texts, in their order; numbers become text, the rest is dropped. */
  public static Map<String, String> of(JsonNode attributes) {
    Map<String, String> known = new LinkedHashMap<>();
    attributes.properties().stream()
        .filter(attribute -> known(attribute.getKey()))
        .forEach(
            attribute ->
                Values.text(attribute.getValue())
                    .ifPresent(value -> known.put(attribute.getKey(), value)));
    return known;
  }

  /** The JSON text with its known attributes only. */
  public static String json(JsonNode attributes) {
    return only(attributes).toString();
  }

  /** The object with its known attributes only. */
  public static ObjectNode only(JsonNode attributes) {
    ObjectNode known = Json.object();
    of(attributes).keySet().forEach(name -> known.set(name, attributes.path(name)));
    return known;
  }

  /** Whether a name says that its value is a secret. */
  public static boolean secret(String name) {
    return SECRET.matcher(name.toLowerCase(Locale.ROOT)).find();
  }

  private static boolean known(String name) {
    return KNOWN.contains(name) || (name.startsWith("snapshot") && !secret(name));
  }
}
