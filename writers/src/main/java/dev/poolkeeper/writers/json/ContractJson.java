package dev.poolkeeper.writers.json;

import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * Decides how a record of the contract is written: fields in the order of the record, maps sorted,
 * absent values as null, instants and days as ISO 8601 text. The same value gives the same bytes.
 */
public final class ContractJson {

  private ContractJson() {}

  /** Indented by two spaces, Unix line ends, nothing invisible left unescaped. */
  public static JsonMapper json() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(indenter)
            .withArrayIndenter(indenter);
    JsonFactory factory = JsonFactory.builder().characterEscapes(new HiddenEscapes()).build();
    return contract(JsonMapper.builder(factory))
        .defaultPrettyPrinter(printer)
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build();
  }

  /** All strings in double quotes, so that none is taken for a number, a date or a boolean. */
  public static YAMLMapper yaml() {
    YAMLFactory factory =
        YAMLFactory.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .disable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();
    return contract(YAMLMapper.builder(factory)).build();
  }

  private static <B extends MapperBuilder<?, B>> B contract(B builder) {
    return builder
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS);
  }
}
