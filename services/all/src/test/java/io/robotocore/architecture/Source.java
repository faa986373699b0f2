package io.robotocore.architecture;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A source file of the main code.
 *
 * @param name the name of its class, or of its package followed by {@code package-info}
 * @param unit what it says
 */
record Source(String name, CompilationUnit unit) {
  private static final String MAIN = "src/main/java/";

  /** The main code of all modules that are published. */
  static final List<Source> ALL =
      Stream.of("core", "junit5-extension", "services").flatMap(Source::readAll).toList();

  String packageName() {
    return name.substring(0, name.lastIndexOf('.'));
  }

  private static Stream<Source> readAll(String folder) {
    try (Stream<Path> files = Files.walk(root().resolve(folder))) {
      return files
          .filter(file -> slashed(file).contains(MAIN) && slashed(file).endsWith(".java"))
          .map(Source::read)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(directory.resolve(".mvn"))) {
      directory = directory.getParent();
    }
    return directory;
  }

  private static Source read(Path file) {
    String path = slashed(file);
    String name = path.substring(path.indexOf(MAIN) + MAIN.length(), path.lastIndexOf(".java"));
    ParserConfiguration java17 = new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_17);
    try {
      CompilationUnit unit = new JavaParser(java17).parse(file).getResult().orElseThrow();
      return new Source(name.replace('/', '.'), unit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String slashed(Path file) {
    return file.toString().replace('\\', '/');
  }
}
