package io.robotocore.services.modeled;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Packs the blueprints when the module is built, so that nobody needs YAML, or waits for it, when
 * they are read.
 */
final class BlueprintCompiler {

  private static final String YAML = ".yaml";

  private BlueprintCompiler() {}

  /**
   * Packs all blueprints of a folder.
   *
   * @param arguments the folder of the YAML files, and that of the packed ones
   */
  public static void main(String[] arguments) throws IOException {
    Path target = Files.createDirectories(Path.of(arguments[1]));
    for (Path blueprint : blueprints(Path.of(arguments[0]))) {
      String name = blueprint.getFileName().toString();
      pack(blueprint, target.resolve(name.substring(0, name.length() - YAML.length())));
    }
  }

  private static List<Path> blueprints(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(YAML)).toList();
    }
  }

  private static void pack(Path blueprint, Path packed) throws IOException {
    LoadSettings settings = LoadSettings.builder().setLabel(blueprint.toString()).build();
    try (InputStream in = Files.newInputStream(blueprint);
        DataOutputStream out =
            new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(packed)))) {
      Packed.write(new Load(settings).loadFromInputStream(in), out);
    }
  }
}
