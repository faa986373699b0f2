package io.robotocore.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

/** Law 13: users see the AWS SDK, JUnit and SLF4J's API; everything else is relocated. */
final class ArtifactIT {
  /** What the user's class path has. */
  private static final List<String> THE_USERS =
      List.of(
          "java/",
          "javax/",
          "jdk/",
          "sun/",
          "org/w3c/dom/",
          "org/xml/sax/",
          "org/ietf/jgss/",
          "org/slf4j/",
          "org/junit/",
          "org/reactivestreams/",
          "software/amazon/awssdk/",
          "software/amazon/eventstream/");

  /** What relocated libraries use if it is there, by reason. */
  private static final Map<String, String> OPTIONAL =
      Map.of(
          "com/google/crypto/tink/",
              "Nimbus JOSE has algorithms that need Tink, which STS does not use",
          "org/bouncycastle/", "Nimbus JOSE reads PEM files with Bouncy Castle, which STS does not",
          "io/robotocore/shaded/org/jboss/logmanager/",
              "JBoss Logging can write to JBoss's own log manager",
          "io/robotocore/shaded/org/jboss/logging/annotations/",
              "annotations that only generate code",
          "org/apache/log4j/", "JBoss Logging can write to Log4j",
          "org/apache/logging/log4j/", "JBoss Logging can write to Log4j 2",
          "org/graalvm/", "JBoss Threads and WildFly Common have code for native images",
          "com/oracle/svm/", "JBoss Threads and WildFly Common have code for native images",
          "org/osgi/", "XNIO can be an OSGi bundle",
          "jakarta/enterprise/", "SmallRye's annotations can be used with CDI");

  private JarFile jar;

  @BeforeEach
  void open() throws IOException {
    jar = new JarFile(System.getProperty("artifact"));
  }

  @AfterEach
  void close() throws IOException {
    jar.close();
  }

  @Test
  void artifact_anyFile_liesInOurPackagesOrMetaInf() {
    assertThat(files())
        .isNotEmpty()
        .allMatch(
            name ->
                name.matches(
                    "(META-INF/versions/\\d+/)?io/robotocore/.*|META-INF/(?!versions/).*"
                        + "|(aws-models|blueprints)/.*"));
  }

  @Test
  void artifact_anyClass_refersToNothingThatUsersLack() {
    Set<String> missing = new TreeSet<>();
    for (String file : classFiles()) {
      referredToBy(file).filter(name -> !isThere(name)).forEach(missing::add);
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void artifact_anyProvider_isThere() {
    List<String> providers =
        files().stream()
            .filter(name -> name.startsWith("META-INF/services/"))
            .flatMap(this::lines)
            .toList();

    assertThat(providers).isNotEmpty().allMatch(name -> isThere(name.replace('.', '/')));
  }

  @Test
  void artifact_licences_areKept() {
    assertThat(lines("META-INF/LICENSE")).first().isEqualTo("MIT License");
    assertThat(lines("META-INF/LICENSE.txt")).anyMatch(line -> line.contains("Apache License"));
    assertThat(lines("META-INF/NOTICE"))
        .anyMatch(line -> line.contains("Undertow"))
        .anyMatch(line -> line.contains("Tatu Saloranta"));
  }

  private List<String> files() {
    return jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).toList();
  }

  private List<String> classFiles() {
    return files().stream().filter(name -> name.endsWith(".class")).toList();
  }

  private boolean isThere(String className) {
    return jar.getEntry(className + ".class") != null
        || Stream.concat(THE_USERS.stream(), OPTIONAL.keySet().stream())
            .anyMatch(className::startsWith);
  }

  /** The classes that a class file names. */
  private Stream<String> referredToBy(String file) {
    try (InputStream bytes = jar.getInputStream(jar.getEntry(file))) {
      ClassReader reader = new ClassReader(bytes);
      char[] buffer = new char[reader.getMaxStringLength()];
      return IntStream.range(1, reader.getItemCount())
          .map(reader::getItem)
          .filter(offset -> offset > 0 && reader.readByte(offset - 1) == 7)
          .mapToObj(offset -> reader.readUTF8(offset, buffer))
          .filter(name -> !name.startsWith("["))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Stream<String> lines(String file) {
    try (InputStream bytes = jar.getInputStream(jar.getEntry(file))) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
