package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Owner;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.readers.json.OwnerKeys;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds who answers for a subject: a label of its claim, else a label or annotation of the
 * namespace, else the namespace itself. Of a dataset that nothing uses counts the last claim it
 * served. For a handful of subjects: it asks the ledger about each.
 */
public final class OwnerReader {

  /** A claim by its namespace; the name may be empty when only the namespace is known. */
  private record Place(String cluster, String namespace, String claim) {}

  private final JdbcClient jdbc;
  private final JsonMapper json;

  public OwnerReader(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Owners by subject as of a night; subjects without one are left out. */
  public Map<String, Owner> of(LocalDate night, Collection<Subject> subjects) {
    Map<String, Owner> owners = new TreeMap<>();
    for (Subject subject : subjects) {
      place(night, subject)
          .map(place -> owner(night, place))
          .ifPresent(owner -> owners.put(subject.toString(), owner));
    }
    return owners;
  }

  private Optional<Place> place(LocalDate night, Subject subject) {
    Optional<ObjectKind> kind = ObjectKind.named(subject.path().split("/", 2)[0]);
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    String name = subject.name();
    return switch (kind.get()) {
      case NAMESPACE -> Optional.of(new Place(subject.source(), name, ""));
      case PERSISTENT_VOLUME_CLAIM -> named(subject.source(), name, true);
      case VOLUME_SNAPSHOT -> named(subject.source(), name, false);
      case VOLUME_SNAPSHOT_CONTENT ->
          newest(night, kind.get(), subject)
              .map(content -> content.path("snapshotNamespace").asString(""))
              .filter(namespace -> !namespace.isEmpty())
              .map(namespace -> new Place(subject.source(), namespace, ""));
      case PERSISTENT_VOLUME -> claimOf(night, subject);
      case DATASET -> servedBy(night, subject).flatMap(volume -> claimOf(night, volume));
      case ZFS_SNAPSHOT ->
          servedBy(night, Subject.of(subject.source(), ObjectKind.DATASET, name.split("@", 2)[0]))
              .flatMap(volume -> claimOf(night, volume));
      default -> Optional.empty();
    };
  }

  private static Optional<Place> named(String cluster, String name, boolean claim) {
    String[] parts = name.split("/", 2);
    return parts.length < 2
        ? Optional.empty()
        : Optional.of(new Place(cluster, parts[0], claim ? parts[1] : ""));
  }

  private Optional<Place> claimOf(LocalDate night, Subject volume) {
    return newest(night, ObjectKind.PERSISTENT_VOLUME, volume)
        .map(attributes -> attributes.path("claim"))
        .filter(JsonNode::isObject)
        .map(
            claim ->
                new Place(
                    volume.source(),
                    claim.path("namespace").asString(""),
                    claim.path("name").asString("")))
        .filter(place -> !place.namespace().isEmpty());
  }

  /** The volume that stands on a dataset, or stood on it last. */
  private Optional<Subject> servedBy(LocalDate night, Subject dataset) {
    return jdbc.sql(
            """
            select object.subject
            from ledger.object join ledger.version using (object_id)
            where object.kind = 'matches' and version.valid_from <= :night
                and jsonb_exists(version.attributes -> 'to', :dataset)
                and split_part(object.subject, '/', 2) = 'persistentvolumes'
            order by version.valid_from desc, object.subject collate "C"
            limit 1
            """)
        .param("night", night)
        .param("dataset", dataset.toString())
        .query(String.class)
        .optional()
        .map(Subject::parse);
  }

  private Owner owner(LocalDate night, Place place) {
    Subject namespace = Subject.of(place.cluster(), ObjectKind.NAMESPACE, place.namespace());
    return ofClaim(night, place)
        .or(() -> newest(night, ObjectKind.NAMESPACE, namespace).flatMap(n -> told(n, place)))
        .orElseGet(() -> new Owner("namespace " + place.namespace(), "of " + place.cluster()));
  }

  private Optional<Owner> ofClaim(LocalDate night, Place place) {
    if (place.claim().isEmpty()) {
      return Optional.empty();
    }
    String name = place.namespace() + "/" + place.claim();
    ObjectKind kind = ObjectKind.PERSISTENT_VOLUME_CLAIM;
    Optional<JsonNode> labels =
        newest(night, kind, Subject.of(place.cluster(), kind, name))
            .map(claim -> claim.path("labels"));
    return labels.flatMap(
        known ->
            OwnerKeys.ALL.stream()
                .filter(key -> !known.path(key).asString("").isBlank())
                .map(key -> new Owner(known.path(key).asString(""), label(key, name)))
                .findFirst());
  }

  private static String label(String key, String claim) {
    return "label %s of claim %s".formatted(key, claim);
  }

  private static Optional<Owner> told(JsonNode namespace, Place place) {
    JsonNode owner = namespace.path("owner");
    return owner.isObject()
        ? Optional.of(
            new Owner(
                owner.path("name").asString(""),
                "%s of namespace %s".formatted(owner.path("from").asString(""), place.namespace())))
        : Optional.empty();
  }

  /** What an object was like on a night; of one that was gone by then, what it was like last. */
  private Optional<JsonNode> newest(LocalDate night, ObjectKind kind, Subject subject) {
    return jdbc.sql(
            """
            select version.attributes::text
            from ledger.object join ledger.version using (object_id)
            where object.kind = :kind and object.subject = :subject and version.valid_from <= :night
            order by version.valid_from desc
            limit 1
            """)
        .param("kind", kind.plural())
        .param("subject", subject.toString())
        .param("night", night)
        .query(String.class)
        .optional()
        .map(json::readTree);
  }
}
