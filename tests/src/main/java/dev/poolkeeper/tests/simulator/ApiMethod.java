package dev.poolkeeper.tests.simulator;

import tools.jackson.databind.JsonNode;

/**
 * A method of the appliance.
 *
 * @param role what a caller needs; empty is a login only
 * @param code what it does with its list of parameters
 */
record ApiMethod(String role, Code code) {

  /** A call, with its parameters as a list. */
  interface Code {
    Answer call(JsonNode params);
  }

  /** A query with filters and options. */
  interface Query {
    Answer query(Filters filters, QueryOptions options);
  }
}
