package dev.poolkeeper.writers.form;

import dev.poolkeeper.writers.text.VisibleText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Writes gauges in the text format of Prometheus, version 0.0.4, without times, as the textfile
 * collector of node_exporter wants them. What is not known is not written: it is no zero. Source:
 * Prometheus documentation, exposition formats.
 */
final class MetricText {

  private static final String PREFIX = "poolkeeper_";

  /** One metric: its name without the prefix, what it says, and its values. */
  static final class Gauge {

    private final String name;
    private final String help;
    private final List<String> samples = new ArrayList<>();

    private Gauge(String name, String help) {
      this.name = PREFIX + name;
      this.help = help;
    }

    /**
     * @param labels name and value, in turns
     */
    Gauge value(double value, String... labels) {
      return sample(number(value), labels);
    }

    /** As above; a whole number keeps all of its digits. */
    Gauge value(long value, String... labels) {
      return sample(Long.toString(value), labels);
    }

    Gauge value(OptionalLong value, String... labels) {
      return value.isPresent() ? value(value.getAsLong(), labels) : this;
    }

    Gauge value(OptionalDouble value, String... labels) {
      return value.isPresent() ? value(value.getAsDouble(), labels) : this;
    }

    private Gauge sample(String value, String... labels) {
      Map<String, String> pairs = new TreeMap<>();
      for (int i = 0; i < labels.length; i += 2) {
        pairs.put(labels[i], labels[i + 1]);
      }
      StringBuilder text = new StringBuilder(name);
      if (!pairs.isEmpty()) {
        List<String> words =
            pairs.entrySet().stream()
                .map(pair -> "%s=\"%s\"".formatted(pair.getKey(), label(pair.getValue())))
                .toList();
        text.append('{').append(String.join(",", words)).append('}');
      }
      samples.add(text.append(' ').append(value).toString());
      return this;
    }
  }

  private final List<Gauge> gauges = new ArrayList<>();

  /** A new metric, written where it was made; one without values is left out. */
  Gauge gauge(String name, String help) {
    Gauge gauge = new Gauge(name, help);
    gauges.add(gauge);
    return gauge;
  }

  void write(Appendable out) throws IOException {
    for (Gauge gauge : gauges) {
      if (!gauge.samples.isEmpty()) {
        out.append("# HELP ").append(gauge.name).append(' ').append(gauge.help).append('\n');
        out.append("# TYPE ").append(gauge.name).append(" gauge\n");
        for (String sample : gauge.samples) {
          out.append(sample).append('\n');
        }
      }
    }
  }

  private static String label(String value) {
    return VisibleText.of(value).replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
