package dev.poolkeeper.readers.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.readers.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptOutsTest {

  @ParameterizedTest
  @CsvSource({
    "annotations, poolkeeper.dev/keep, until audit",
    "labels, poolkeeper.dev/keep, true",
    "labels, kor/used, true",
    "annotations, janitor/ttl, forever",
    "annotations, helm.sh/resource-policy, keep",
    "annotations, argocd.argoproj.io/sync-options, 'Prune=false,Delete=false'",
    "annotations, argocd.argoproj.io/sync-options, 'Prune=false, Delete=false'",
    "annotations, argocd.argoproj.io/sync-options, Delete=false",
    "annotations, helm.sh/resource-policy, Keep",
    "labels, excluded-from-alerts, true",
    "labels, excluded_from_alerts, true"
  })
  void asksToLeaveTheObjectAlone(String where, String key, String value) {
    String metadata = "{\"%s\": {\"%s\": \"%s\"}}".formatted(where, key, value);

    assertThat(OptOuts.reason(Json.tree(metadata)))
        .contains(where.substring(0, where.length() - 1) + " " + key + "=" + value);
  }

  @ParameterizedTest
  @CsvSource({
    "poolkeeper.dev/keep, false",
    "kor/used, false",
    "janitor/ttl, 24h",
    "helm.sh/resource-policy, delete",
    "helm.sh/resource-policy, housekeeping",
    "argocd.argoproj.io/sync-options, Prune=false",
    "argocd.argoproj.io/sync-options, 'Delete=falsehood'",
    "excluded_from_alerts, false",
    "excluded-from-alerts, false"
  })
  void asksForNothing(String key, String value) {
    String metadata = "{\"annotations\": {\"%s\": \"%s\"}}".formatted(key, value);

    assertThat(OptOuts.reason(Json.tree(metadata))).isEmpty();
  }
}
