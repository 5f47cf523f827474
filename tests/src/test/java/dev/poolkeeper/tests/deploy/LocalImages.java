package dev.poolkeeper.tests.deploy;

import java.util.ArrayList;
import java.util.List;

/** Images made of what this machine has, by {@code tests/containers/local-images}. */
final class LocalImages {

  static final String JAVA = "poolkeeper-test/java:local";
  static final String POSTGRES = "poolkeeper-test/postgres:local";
  static final String POOLKEEPER = "poolkeeper-test/poolkeeper:local";
  private static final String AGAIN = "poolkeeper-test/again:local";

  /** All of poolkeeper's image, from a base that has no fonts and hardly any program. */
  void make() {
    Engine.run(
        List.of("tests/containers/local-images", "java", JAVA, System.getProperty("java.home")));
    Engine.run(List.of("tests/containers/local-images", "postgres", POSTGRES));
    build(POOLKEEPER);
  }

  /** The layers of the application, built once more from nothing. */
  List<String> builtAgain() {
    build(AGAIN, "--no-cache", "--target", "application");
    return layers(AGAIN);
  }

  private static void build(String image, String... options) {
    List<String> command = new ArrayList<>(List.of("docker", "build"));
    command.addAll(List.of(options));
    command.addAll(List.of("--build-arg", "BASE_IMAGE=" + JAVA));
    command.addAll(List.of("-f", "deploy/image/Dockerfile", "-t", image, "."));
    Engine.run(command);
  }

  static List<String> layers(String image) {
    return Engine.run(
            List.of(
                "docker",
                "image",
                "inspect",
                "--format",
                "{{range .RootFS.Layers}}{{println .}}{{end}}",
                image))
        .lines()
        .toList();
  }

  static String inspected(String image) {
    return Engine.run(List.of("docker", "image", "inspect", image));
  }
}
