package dev.poolkeeper.readers.kubernetes.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiPathTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "GET, /api/v1/persistentvolumes, list, '', persistentvolumes, /api/v1/persistentvolumes",
        "GET, /api/v1/persistentvolumes/pvc-1, get, '', persistentvolumes,"
            + " /api/v1/persistentvolumes/{name}",
        "GET, /api/v1/namespaces, list, '', namespaces, /api/v1/namespaces",
        "GET, /api/v1/namespaces/media, get, '', namespaces, /api/v1/namespaces/{name}",
        "DELETE, /api/v1/namespaces/media/pods/a, delete, '', pods,"
            + " /api/v1/namespaces/{namespace}/pods/{name}",
        "GET, /api/v1/nodes/node-1/proxy/stats/summary, get, '', nodes/proxy,"
            + " /api/v1/nodes/{name}/proxy/stats/summary",
        "POST, /apis/snapshot.storage.k8s.io/v1/namespaces/media/volumesnapshots, create,"
            + " snapshot.storage.k8s.io, volumesnapshots,"
            + " /apis/snapshot.storage.k8s.io/v1/namespaces/{namespace}/volumesnapshots",
        "PUT, /apis/coordination.k8s.io/v1/namespaces/storage/leases/poolkeeper, update,"
            + " coordination.k8s.io, leases,"
            + " /apis/coordination.k8s.io/v1/namespaces/{namespace}/leases/{name}",
        "GET, /apis/storage.k8s.io/v1, get, '', '', /apis/storage.k8s.io/v1",
        "GET, /version, get, '', '', /version",
        "GET, /, get, '', '', /"
      })
  void isToldWithoutNames(
      String method, String path, String verb, String group, String resource, String template) {
    assertThat(ApiPath.of(method, path)).isEqualTo(new ApiPath(verb, group, resource, template));
  }
}
