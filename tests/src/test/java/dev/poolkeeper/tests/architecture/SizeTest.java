package dev.poolkeeper.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Files of at most 300 lines, methods of at most 40; every exception has its reason here. */
class SizeTest {

  private static final int LONGEST_FILE = 300;
  private static final int LONGEST_METHOD = 40;

  /** Longer than allowed, and why. */
  private static final Map<String, String> LONG_FILES =
      Map.of(
          "FindingCode.java",
          "the catalogue: one entry after the other, in one file on purpose",
          "PlainGraphics.java",
          "what Graphics2D asks for and a chart does not need, one line each");

  private static final Map<String, String> LONG_METHODS =
      Map.of("Headlines.of", "one sentence after the other, in the order they are read");

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String module : List.of("processors", "readers", "writers", "jobs")) {
      try (Stream<Path> tree = Files.walk(Path.of("..", module, "src/main/java"))) {
        tree.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
      }
    }
    return sources;
  }

  @Test
  void filesAreShort() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path source : sources()) {
      int lines = Files.readAllLines(source).size();
      if (lines > LONGEST_FILE && !LONG_FILES.containsKey(source.getFileName().toString())) {
        tooLong.add(source + ": " + lines);
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void methodsAreShort() throws IOException {
    List<String> tooLong = new ArrayList<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources()));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new Lengths(unit, positions, tooLong).scan(unit, null);
      }
    }
    assertThat(tooLong).isEmpty();
  }

  private static final class Lengths extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<String> tooLong;

    Lengths(CompilationUnitTree unit, SourcePositions positions, List<String> tooLong) {
      this.unit = unit;
      this.positions = positions;
      this.tooLong = tooLong;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
      long lines = line(positions.getEndPosition(unit, method)) - line(start(method)) + 1;
      String name = owner() + "." + method.getName();
      if (lines > LONGEST_METHOD && !LONG_METHODS.containsKey(name)) {
        tooLong.add(name + ": " + lines);
      }
      return super.visitMethod(method, null);
    }

    private long start(MethodTree method) {
      return positions.getStartPosition(unit, method);
    }

    private long line(long position) {
      return unit.getLineMap().getLineNumber(position);
    }

    private String owner() {
      return getCurrentPath().getParentPath().getLeaf() instanceof ClassTree type
          ? type.getSimpleName().toString()
          : "?";
    }
  }
}
