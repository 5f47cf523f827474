package dev.poolkeeper.tests.support;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published schema of nightly.json. */
public final class ReportSchema {

  private static final Path SCHEMA = Path.of("../docs/schema/nightly-1.schema.json");

  private ReportSchema() {}

  /** What in a report does not fit the schema. */
  public static List<Error> errors(Path report) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(SCHEMA))
        .validate(Files.readString(report), InputFormat.JSON);
  }
}
