package dev.poolkeeper.writers.table;

import dev.poolkeeper.processors.report.VolumeLine;
import dev.poolkeeper.writers.text.ByteText;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.TextWidth;
import dev.poolkeeper.writers.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * One volume for a terminal: what it is, and its space as steps, each of which begins where the one
 * before ends.
 */
public final class VolumeView {

  private static final int READABLE = 100;
  private static final int LABEL = 13;
  private static final int FIGURE = 9;
  private static final int GAP = 2;

  private static final String WHOLE = "█";
  private static final String PART = "▒";

  private final int width;

  /**
   * @param terminalWidth columns that only names may exceed
   */
  public VolumeView(int terminalWidth) {
    this.width = Math.min(terminalWidth, READABLE);
  }

  public List<String> lines(VolumeLine volume) {
    List<String> lines = new ArrayList<>();
    lines.add(field("Volume", volume.subject()));
    lines.add(field("Claim", volume.claim().orElse("none")));
    lines.add(field("Dataset", volume.dataset().orElse("none is known")));
    volume.origin().ifPresent(origin -> lines.add(field("Clone of", origin)));
    lines.add(field("Link, phase", volume.confidence() + ", " + volume.phase()));
    lines.add("");
    lines.addAll(steps(volume));
    List<String> remarks = remarks(volume);
    if (!remarks.isEmpty()) {
      lines.add("");
      remarks.forEach(remark -> lines.addAll(wrapped(remark)));
    }
    return lines;
  }

  private static String field(String label, String value) {
    return label + " ".repeat(LABEL - label.length()) + VisibleText.of(value);
  }

  private List<String> steps(VolumeLine volume) {
    double scale = Math.max(volume.provisionedBytes().orElse(0), volume.usedBytes().orElse(0));
    List<String> lines = new ArrayList<>();
    lines.add(step("Provisioned", volume.provisionedBytes(), 0, scale, WHOLE));
    lines.add(step("Used", volume.usedBytes(), 0, scale, WHOLE));
    double start = 0;
    lines.add(step("  written", volume.writtenBytes(), start, scale, PART));
    start += volume.writtenBytes().orElse(0);
    lines.add(step("  snapshots", volume.snapshotBytes(), start, scale, PART));
    start += volume.snapshotBytes().orElse(0);
    lines.add(step("  children", volume.childrenBytes(), start, scale, PART));
    start += volume.childrenBytes().orElse(0);
    lines.add(step("  reserved", volume.reservedBytes(), start, scale, PART));
    return lines;
  }

  /** What is there at all takes a column, wherever it lies. */
  private String step(String label, OptionalLong bytes, double start, double scale, String mark) {
    String figure = ByteText.of(bytes);
    String head =
        label
            + " ".repeat(LABEL - label.length())
            + " ".repeat(Math.max(0, FIGURE - figure.length()))
            + figure;
    if (bytes.orElse(0) <= 0) {
      return head;
    }
    int room = width - LABEL - FIGURE - GAP;
    int from = Math.min(room - 1, (int) (room * start / scale));
    int to = (int) Math.round(room * (start + bytes.getAsLong()) / scale);
    int length = Math.max(1, Math.min(to, room) - from);
    return head + " ".repeat(GAP + from) + mark.repeat(length);
  }

  private static List<String> remarks(VolumeLine volume) {
    List<String> remarks = new ArrayList<>();
    volume.spaceUnknown().ifPresent(reason -> remarks.add("Not all is known: " + reason + "."));
    if (volume.hiddenBytes().orElse(0) > 0) {
      remarks.add(
          "The claim does not see %s of what is used."
              .formatted(ByteText.of(volume.hiddenBytes())));
    }
    if (volume.sharedBytes().isPresent()) {
      remarks.add(
          "It shares %s with its origin; that is charged there."
              .formatted(ByteText.of(volume.sharedBytes())));
    }
    if (volume.pinnedSnapshots() > 0) {
      remarks.add(
          "%s of it cannot go because of %s; together they hold %s."
              .formatted(
                  CountText.of(volume.pinnedSnapshots(), "snapshot"),
                  CountText.of(volume.clones(), "clone"),
                  ByteText.between(volume.pinnedAtLeastBytes(), volume.pinnedAtMostBytes())));
    }
    return remarks;
  }

  private List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : VisibleText.of(text).split(" ", -1)) {
      if (line.length() > 0 && TextWidth.of(line.toString()) + 1 + TextWidth.of(word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
