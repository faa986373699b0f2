package io.robotocore.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelImporterTest {

  @TempDir Path folder;

  private static Path resource(String name) throws URISyntaxException {
    URL url = Objects.requireNonNull(ModelImporterTest.class.getResource(name), name);
    return Path.of(url.toURI());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  /** The fixtures in a folder of their own: {@code source} to read and {@code target} to write. */
  private void copyFixtures() throws IOException, URISyntaxException {
    copy(resource("botocore"), folder.resolve("source"));
    Files.createDirectories(folder.resolve("target"));
    copy(resource("imported").resolve("supplements"), folder.resolve("target/supplements"));
  }

  private void run() throws IOException {
    ModelImporter.main(
        new String[] {folder.resolve("source").toString(), folder.resolve("target").toString()});
  }

  private List<String> written(String name) throws IOException {
    return Files.readAllLines(folder.resolve("target").resolve(name));
  }

  private static List<String> expected(String name) throws IOException, URISyntaxException {
    return Files.readAllLines(resource("imported").resolve(name));
  }

  @Test
  void main_onFolderInBotocoreLayout_writesFactsOfTheNewestVersions() throws Exception {
    copyFixtures();
    run();
    assertThat(written("parcel.json")).isEqualTo(expected("parcel.json"));
    assertThat(written("postbox.json")).isEqualTo(expected("postbox.json"));
    assertThat(written("index")).isEqualTo(expected("index"));
  }

  @Test
  void main_onGzippedModel_writesTheSame() throws Exception {
    copyFixtures();
    Path plain = folder.resolve("source/parcel/2024-02-29/service-2.json");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(plain + ".gz")))) {
      Files.copy(plain, out);
    }
    Files.delete(plain);
    run();
    assertThat(written("parcel.json")).isEqualTo(expected("parcel.json"));
  }

  @Test
  void main_withFileOfServiceThatIsNoMore_deletesIt() throws Exception {
    copyFixtures();
    Files.writeString(folder.resolve("target/telegraph.json"), "{}");
    run();
    assertThat(folder.resolve("target/telegraph.json")).doesNotExist();
    assertThat(folder.resolve("target/supplements/postbox.json")).exists();
  }

  @Test
  void main_onUnknownWord_stopsAndNamesIt() throws Exception {
    copyFixtures();
    Path model = folder.resolve("source/postbox/2010-05-08/service-2.json");
    Files.writeString(model, Files.readString(model).replace("\"name\"", "\"postage\""));
    assertThatThrownBy(this::run)
        .hasMessageContaining("postbox")
        .hasRootCauseMessage("a word that OPERATION does not know: postage");
  }

  @Test
  void main_withoutTwoFolders_isRefused() {
    assertThatThrownBy(() -> ModelImporter.main(new String[] {"one"}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
