package dev.poolkeeper.tests.support;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published schemas of report files. */
public final class ReportSchema {

  private static final Path SCHEMAS = Path.of("../docs/schema");

  private ReportSchema() {}

  /** What in a nightly report does not fit its schema. */
  public static List<Error> errors(Path report) throws IOException {
    return errors("nightly-1", report);
  }

  /**
   * What in a report does not fit its schema.
   *
   * @param schema name and version, {@code nightly-1}
   */
  public static List<Error> errors(String schema, Path report) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(SCHEMAS.resolve(schema + ".schema.json")))
        .validate(Files.readString(report), InputFormat.JSON);
  }
}
