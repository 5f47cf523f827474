package dev.poolkeeper.readers.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.poolkeeper.processors.inventory.CaptureProblem;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Pool;
import dev.poolkeeper.readers.recorded.EstateFolder.Read;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenFilesTest {

  private static final String FILE = "nas/nas1/pool.query.json";
  private static final String TANK =
      "{\"name\": \"tank\", \"guid\": \"1\", \"status\": \"ONLINE\"}";

  @TempDir Path directory;

  private Read pools(String content) {
    return new EstateFolder(directory).nas("pool.query", content).read(ObjectKind.POOL);
  }

  private static void assertFailed(Read read, String seen) {
    assertThat(read.capture().status()).isEqualTo(CaptureStatus.FAILED);
    assertThat(read.objects()).isEmpty();
    assertSeen(read, seen);
  }

  private static void assertPartial(Read read, int rows, String seen) {
    assertThat(read.capture().status()).isEqualTo(CaptureStatus.PARTIAL);
    assertThat(read.capture().rows()).isEqualTo(rows);
    assertThat(read.objects()).hasSize(rows);
    assertSeen(read, seen);
  }

  private static void assertSeen(Read read, String seen) {
    assertThat(read.capture().problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.where()).startsWith("nas/nas1/");
              assertThat(problem.seen()).contains(seen);
              assertThat(problem.next()).isNotBlank();
            });
  }

  @Test
  void anEmptyListIsComplete() {
    assertThat(pools("[]").capture().status()).isEqualTo(CaptureStatus.COMPLETE);
  }

  @Test
  void unreadableJsonFailsWithItsPlaceAndTheCommand() {
    Read read = pools("[\n  {\"name\" \"tank\"}]");

    assertFailed(read, "no valid JSON");
    CaptureProblem problem = read.capture().problems().get(0);
    assertThat(problem.where()).startsWith(FILE + ":2:1");
    assertThat(problem.next())
        .isEqualTo("export it again: midclt call pool.query > " + directory.resolve(FILE));
  }

  @Test
  void unreadableJsonIsNotQuotedAsItMayBeASecret() {
    assertThat(pools("[{\"key\": hunter2}]").capture().toString()).doesNotContain("hunter2");
  }

  @Test
  void rowsBeforeTheBreakOfATruncatedFileAreKept() {
    assertPartial(pools("[" + TANK + ",\n" + TANK.substring(0, 20)), 1, "ends in the middle");
  }

  @Test
  void aFileThatEndsBetweenRowsIsTruncatedToo() {
    assertPartial(pools("[" + TANK + ","), 1, "ends in the middle");
    assertPartial(pools("[" + TANK), 1, "ends in the middle");
  }

  @Test
  void anEmptyFileIsNoEmptyList() {
    assertFailed(pools(""), "an empty file");
  }

  @Test
  void aFileOfWhitespaceIsNoEmptyList() {
    assertFailed(pools(" \n\t "), "only whitespace");
    assertFailed(pools(" ".repeat(10_000)), "only whitespace");
  }

  @Test
  void aWrongTopLevelTypeFails() {
    assertFailed(pools("{\"name\": \"tank\"}"), "an object where a list is expected");
    assertFailed(pools("7"), "a number where a list is expected");
    assertFailed(pools("null"), "null where a list is expected");
    assertFailed(pools("\"tank\""), "a text where a list is expected");
  }

  @Test
  void anEnvelopeIsNotTheAnswer() {
    Read read = pools("{\"jsonrpc\": \"2.0\", \"result\": [" + TANK + "], \"id\": 1}");

    assertFailed(read, "a JSON-RPC envelope");
    assertThat(read.capture().problems().get(0).next())
        .startsWith("store only what is in its result: midclt call pool.query");
  }

  @Test
  void anEnvelopeOfTheOlderProtocolIsNotTheAnswer() {
    assertFailed(
        pools("{\"id\": \"1\", \"msg\": \"result\", \"result\": []}"), "a JSON-RPC envelope");
  }

  @Test
  void anErrorIsShownWithoutItsTrace() {
    Read read =
        pools(
            """
            {"jsonrpc": "2.0", "id": 7, "error": {"code": -32001, "message": "Method call error",
             "data": {"reason": "[EACCES] Not authorized", "trace": {"frames": ["hunter2"]}}}}""");

    assertFailed(read, "an error: [EACCES] Not authorized");
    assertThat(read.capture().toString()).doesNotContain("hunter2");
    assertFailed(pools("{\"message\": \"Not authenticated\"}"), "an error: Not authenticated");
  }

  @Test
  void anEnvelopeAroundOneObjectIsNotTheAnswer() {
    Read read =
        new EstateFolder(directory)
            .nas("system.info", "{\"jsonrpc\": \"2.0\", \"result\": {\"version\": \"25.10.1\"}}")
            .read(ObjectKind.NAS_SYSTEM);

    assertFailed(read, "a JSON-RPC envelope");
  }

  @Test
  void yamlIsAskedForAsJson() {
    assertFailed(pools("- name: tank\n"), "YAML where JSON is expected (use -o json)");
    assertFailed(pools("apiVersion: v1\nitems:\n"), "use -o json");
  }

  @Test
  void theWordsOfAFailedCommandAreShown() {
    assertFailed(
        pools("Error from server (Forbidden): pools is forbidden\n"),
        "text that is no JSON: Error from server (Forbidden)");
  }

  @Test
  void rowsWithoutANameAreSkipped() {
    assertPartial(pools("[{\"guid\": \"2\"}, " + TANK + "]"), 1, "without name");
  }

  @Test
  void rowsThatAreNoObjectsAreSkipped() {
    Read read = pools("[5, " + TANK + ", [[1]], null]");

    assertThat(read.capture().status()).isEqualTo(CaptureStatus.PARTIAL);
    assertThat(read.objects()).hasSize(1);
    assertThat(read.capture().problems())
        .extracting(CaptureProblem::where)
        .containsExactly(FILE + " [0]", FILE + " [2]", FILE + " [3]");
  }

  @Test
  void theFirstOfTwoObjectsWithOneSubjectIsKept() {
    Read read = pools("[" + TANK + ", " + TANK.replace("\"1\"", "\"2\"") + "]");

    assertPartial(read, 1, "a second nas1/pools/tank with other content");
    assertThat(read.only(Pool.class).guid()).isEqualTo("1");
  }

  @Test
  void anExactRepetitionIsNoProblem() {
    Read read = pools("[" + TANK + ", " + TANK + "]");

    assertThat(read.capture().status()).isEqualTo(CaptureStatus.COMPLETE);
    assertThat(read.objects()).hasSize(1);
  }

  @Test
  void problemsBeyondTwentyAreCounted() {
    String rows = IntStream.range(0, 45).mapToObj(i -> "{}").collect(Collectors.joining(","));

    Read read = pools("[" + rows + "]");

    assertThat(read.capture().status()).isEqualTo(CaptureStatus.FAILED);
    assertThat(read.capture().problems()).hasSize(21);
    assertThat(read.capture().problems().get(20).seen()).isEqualTo("and 25 more");
  }

  @Test
  void invalidUtf8BreaksTheFileOffAfterTheRowsBeforeIt() {
    byte[] content =
        ("[" + TANK + ", {\"name\": \"\u00ff\"}]").getBytes(StandardCharsets.ISO_8859_1);

    Read read = new EstateFolder(directory).file(FILE, content).read(ObjectKind.POOL);

    assertPartial(read, 1, "no valid JSON: Invalid UTF-8");
  }

  @Test
  void aByteOrderMarkIsAccepted() {
    assertThat(pools("\uFEFF[" + TANK + "]").capture().status()).isEqualTo(CaptureStatus.COMPLETE);
  }

  @Test
  void utf16AsPowerShellWritesItIsAccepted() {
    byte[] content = ("\uFEFF[" + TANK + "]").getBytes(StandardCharsets.UTF_16LE);

    Read read = new EstateFolder(directory).file(FILE, content).read(ObjectKind.POOL);

    assertThat(read.capture().status()).isEqualTo(CaptureStatus.COMPLETE);
  }

  @Test
  void deepNestingIsRefused() {
    Read read = pools("[" + TANK + ", {\"name\": " + "[".repeat(100_000));

    assertPartial(read, 1, "nested too deeply");
  }

  @Test
  void somethingAfterTheAnswerIsAProblem() {
    assertPartial(pools("[" + TANK + "]\n[]"), 1, "something after the end");
  }

  @Test
  void aFolderWhereAFileShouldBeFails() throws IOException {
    EstateFolder folder = new EstateFolder(directory);
    Files.createDirectories(directory.resolve(FILE));

    assertFailed(folder.read(ObjectKind.POOL), "a folder where a file is expected");
  }

  @Test
  void aFileWithoutReadPermissionFails() throws IOException {
    EstateFolder folder = new EstateFolder(directory).nas("pool.query", "[]");
    Path file = directory.resolve(FILE);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "this user may read everything");

    assertFailed(folder.read(ObjectKind.POOL), "no permission to read the file");
  }

  @Test
  void aRefusedReadIsPutIntoWords() {
    assertThat(Breakage.of(new AccessDeniedException(FILE)))
        .isEqualTo(
            new Breakage(
                "", "no permission to read the file", "allow it (chmod) or export it again"));
  }

  @Test
  void controlCharactersOfNamesAreVisibleInMessages() {
    Read read =
        new EstateFolder(directory)
            .nas("pool.dataset.query", "[{\"id\": \"tank/\\u001b[31m\\u202ea\\nb\", \"type\": 1}]")
            .read(ObjectKind.DATASET);

    assertThat(read.capture().problems().get(0).where())
        .isEqualTo("nas/nas1/pool.dataset.query.json [0] tank/\\u001B[31m\\u202Ea\\nb");
  }
}
