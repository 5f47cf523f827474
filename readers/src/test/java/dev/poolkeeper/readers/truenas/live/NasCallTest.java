package dev.poolkeeper.readers.truenas.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NasCallTest {

  @ParameterizedTest
  @CsvSource({
    "pool.dataset.query, /api/v2.0/pool/dataset",
    "sharing.nfs.query, /api/v2.0/sharing/nfs",
    "iscsi.global.config, /api/v2.0/iscsi/global",
    "iscsi.global.sessions, /api/v2.0/iscsi/global/sessions",
    "system.host_id, /api/v2.0/system/host_id",
    "alert.list, /api/v2.0/alert/list",
    "pool.dataset.userprop.query, /api/v2.0/pool/dataset/userprop",
  })
  void methodIsAPath(String method, String path) {
    assertThat(NasCall.of(method).path()).isEqualTo(path);
  }

  @Test
  void queryIsABody() {
    NasCall call = NasCall.query("pool.query", "[[\"name\", \"=\", \"tank\"]]", "{\"limit\": 1}");

    assertThat(call.body())
        .isEqualTo(
            "{\"query-filters\":[[\"name\",\"=\",\"tank\"]],\"query-options\":{\"limit\":1}}");
  }

  @Test
  void plainMethodHasNoBody() {
    assertThat(NasCall.of("system.info").body()).isEmpty();
  }
}
