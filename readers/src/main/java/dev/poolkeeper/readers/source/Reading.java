package dev.poolkeeper.readers.source;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureProblem;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.InventorySink;
import dev.poolkeeper.processors.inventory.NfsShare;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.readers.json.Row;
import dev.poolkeeper.readers.json.RowMapper;
import dev.poolkeeper.readers.json.RowNames;
import dev.poolkeeper.readers.json.RowSink;
import dev.poolkeeper.readers.json.UnreadableRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Turns the rows of one part into objects, once each, and remembers what could not be read. */
public final class Reading implements RowSink {

  /**
   * Kinds whose lists repeat a subject by design: nested datasets, two sessions of one initiator or
   * host, a client in the mount table twice, a claim mounted on two nodes.
   */
  private static final Set<ObjectKind> REPEATING =
      Set.of(
          ObjectKind.DATASET,
          ObjectKind.ISCSI_SESSION,
          ObjectKind.NVME_SESSION,
          ObjectKind.NFS_CLIENT,
          ObjectKind.VOLUME_STATS);

  /** Far above what ZFS and Kubernetes allow, and below what the ledger's indexes can hold. */
  private static final int LONGEST_SUBJECT_BYTES = 2000;

  private final String source;
  private final ObjectKind kind;
  private final Instant seenAt;
  private final InventorySink sink;
  private ProblemList problems = new ProblemList();
  private final Map<String, Integer> seen = new HashMap<>();

  /** Shares with their places, held back until all are known: only then can they be told apart. */
  private final Map<NfsShare, Supplier<String>> shares = new LinkedHashMap<>();

  private RowMapper mapper = row -> List.of();
  private AnswerName file;
  private boolean byName;
  private long rows;

  public Reading(
      String source, ObjectKind kind, Instant seenAt, AnswerName file, InventorySink sink) {
    this.source = source;
    this.kind = kind;
    this.seenAt = seenAt;
    this.file = file;
    this.sink = sink;
  }

  /** Goes on with another answer: its name is used in messages from here on. */
  public void file(AnswerName next) {
    file = next;
  }

  public void mapper(RowMapper next) {
    mapper(next, false);
  }

  /**
   * @param namesOnly whether the rows tell names only, so that the ledger has to remember the rest
   */
  void mapper(RowMapper next, boolean namesOnly) {
    mapper = next;
    byName = namesOnly;
  }

  /** Forgets all that was read. */
  void startOver() {
    problems = new ProblemList();
    seen.clear();
    shares.clear();
    rows = 0;
    sink.startOver();
  }

  @Override
  public void row(String place, JsonNode json) {
    Row row = new Row(source, seenAt, json);
    // put together only for a row that something is said of
    Supplier<String> where = () -> (place + RowNames.of(json)).strip();
    for (InventoryObject object : map(row, where)) {
      if (object instanceof NfsShare share) {
        shares.putIfAbsent(share, where);
      } else {
        accept(object, where);
      }
    }
    row.remarks().forEach(remark -> add(where.get(), remark.seen(), remark.next()));
  }

  @Override
  public void unreadable(String place, String seenThere, String next) {
    add(place, seenThere, place.contains("[") && !next.isEmpty() ? next : file.again(next));
  }

  /** Notes that the kind could not be read whole. */
  public void problem(CaptureProblem problem) {
    problems.add(problem);
  }

  /** Hands on what was held back, and tells the outcome. To be called once, at the end. */
  public Capture capture(long millis) {
    List<Supplier<String>> places = List.copyOf(shares.values());
    List<NfsShare> toldApart = NfsShare.toldApart(shares.keySet());
    for (int i = 0; i < toldApart.size(); i++) {
      accept(toldApart.get(i), places.get(i));
    }
    CaptureStatus status =
        problems.isEmpty()
            ? CaptureStatus.COMPLETE
            : rows > 0 ? CaptureStatus.PARTIAL : CaptureStatus.FAILED;
    return new Capture(source, kind, status, rows, millis, problems.list(file.where()));
  }

  private List<? extends InventoryObject> map(Row row, Supplier<String> where) {
    try {
      return mapper.map(row);
    } catch (UnreadableRow refused) {
      unreadable(where.get(), refused.seen(), refused.next());
    } catch (RuntimeException unforeseen) {
      // Content nobody thought of must cost this row only, and must be seen.
      unreadable(
          where.get(),
          "a row that defeats its reader (" + unforeseen.getClass().getSimpleName() + ")",
          "");
    }
    return List.of();
  }

  private void accept(InventoryObject object, Supplier<String> where) {
    int length = object.subject().toString().getBytes(StandardCharsets.UTF_8).length;
    if (length > LONGEST_SUBJECT_BYTES) {
      unreadable(where.get(), "a name of " + length + " bytes, longer than either side allows", "");
      return;
    }
    Integer earlier = seen.putIfAbsent(object.subject().path(), object.hashCode());
    if (earlier == null) {
      rows++;
      if (byName) {
        sink.acceptByName(object);
      } else {
        sink.accept(object);
      }
    } else if (earlier != object.hashCode() && !REPEATING.contains(kind)) {
      add(
          where.get(),
          "a second " + object.subject() + " with other content",
          "the first was kept; keep one of them in the file");
    }
  }

  private void add(String place, String seenThere, String next) {
    String separator = place.isEmpty() ? "" : Character.isDigit(place.charAt(0)) ? ":" : " ";
    problems.add(new CaptureProblem(file.where() + separator + place, seenThere, next));
  }
}
