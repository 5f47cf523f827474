package dev.poolkeeper.tests.simulator;

import java.util.Set;

/**
 * What a client meets that pins an older version of the API: on 25.10.1 the main queries fail there
 * for want of a model, and some methods are not there at all.
 *
 * @param endpoint {@code current} or a version
 */
record PinnedVersion(Generation generation, String endpoint) {

  private static final Set<String> WITHOUT_MODEL = Set.of("pool.query", "pool.dataset.query");
  private static final Set<String> ABSENT = Set.of("system.info", "auth.login_with_api_key");

  void check(String method) {
    boolean older =
        !endpoint.equals("current")
            && !generation.apiVersions().get(generation.apiVersions().size() - 1).equals(endpoint);
    if (older && WITHOUT_MODEL.contains(method)) {
      String model = method.equals("pool.query") ? "PoolQueryResult" : "PoolDatasetQueryResult";
      throw CallFailure.call(
          Errno.EINVAL, "API version " + endpoint + " does not contain model '" + model + "'");
    }
    if (older && ABSENT.contains(method)) {
      throw CallFailure.unknownMethod(method);
    }
  }
}
