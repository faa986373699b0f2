package io.robotocore.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Writes the compact model files from a folder of AWS service models in the layout of botocore:
 * {@code <service>/<api version>/service-2.json} and {@code paginators-1.json}, gzipped or not,
 * with their {@code .sdk-extras.json} merged in. The newest version of each service counts. What
 * the models lack lies by hand in {@code supplements/} of the folder to write, in the form of those
 * extras, and is merged in likewise. Run by hand when models are renewed:
 *
 * <pre>
 * mvn -pl core compile
 * java -cp core/target/classes io.robotocore.model.ModelImporter \
 *     "$(python3 -c 'import botocore, os; print(os.path.dirname(botocore.__file__))')/data" \
 *     core/src/main/resources/aws-models
 * </pre>
 */
final class ModelImporter {

  private final Path source;
  private final Path target;
  private final Path supplements;

  private ModelImporter(Path source, Path target) {
    this.source = source;
    this.target = target;
    supplements = target.resolve("supplements");
  }

  /** Takes the folder to read and the folder to write. */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("give the folder to read and the folder to write");
    }
    new ModelImporter(Path.of(args[0]), Path.of(args[1])).importAll();
  }

  private void importAll() throws IOException {
    Files.createDirectories(target);
    for (Path old : sorted(target)) {
      if (old.getFileName().toString().endsWith(".json")) {
        Files.delete(old);
      }
    }
    StringBuilder index = new StringBuilder();
    for (Path service : sorted(source)) {
      Optional<Path> newest = newestVersion(service);
      if (newest.isPresent()) {
        index.append(importNewest(service.getFileName().toString(), newest.get())).append('\n');
      }
    }
    Files.writeString(target.resolve("index"), index);
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    }
  }

  /** The folder of the newest API version; versions are dates, so the last by name. */
  private static Optional<Path> newestVersion(Path service) throws IOException {
    if (!Files.isDirectory(service)) {
      return Optional.empty();
    }
    return sorted(service).stream()
        .filter(version -> file(version, "service-2").isPresent())
        .reduce((older, newer) -> newer);
  }

  private static Optional<Path> file(Path folder, String name) {
    return Stream.of(name + ".json", name + ".json.gz")
        .map(folder::resolve)
        .filter(Files::exists)
        .findFirst();
  }

  private String importNewest(String id, Path version) throws IOException {
    try {
      return importService(id, version);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("cannot import " + version, e);
    }
  }

  /** Writes the file of a service and returns its line of the index. */
  private String importService(String id, Path version) throws IOException {
    JsonObject model =
        merge(readWithExtras(version, "service-2"), read(supplements, id).object("merge"));
    JsonObject paginators = readWithExtras(version, "paginators-1").object("pagination");
    JsonObject metadata = metadata(model.object("metadata"));
    List<String> text = new ArrayList<>();
    text.add("{\"metadata\":" + JsonWriter.text(metadata) + ",");
    text.add("\"operations\":{");
    text.addAll(lines(operations(model.object("operations"), paginators)));
    text.add("},");
    text.add("\"shapes\":{");
    text.addAll(lines(shapes(model.object("shapes"))));
    text.add("}}");
    Files.write(target.resolve(id + ".json"), text, StandardCharsets.US_ASCII);
    return IndexEntry.of(id, metadata, model).line();
  }

  private static JsonObject readWithExtras(Path folder, String name) throws IOException {
    JsonObject extras = read(folder, name + ".sdk-extras").object("merge");
    return merge(read(folder, name), extras);
  }

  private static JsonObject read(Path folder, String name) throws IOException {
    Optional<Path> file = file(folder, name);
    if (file.isEmpty()) {
      return JsonObject.EMPTY;
    }
    try (InputStream bytes = Files.newInputStream(file.get());
        InputStream in =
            file.get().toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
      return JsonReader.object(new String(in.readAllBytes(), StandardCharsets.UTF_8), 0);
    }
  }

  /** The object with the other one laid over it, objects within objects likewise. */
  private static JsonObject merge(JsonObject object, JsonObject over) {
    Map<String, Object> members = new LinkedHashMap<>(object.members());
    over.members().forEach((name, value) -> members.merge(name, value, ModelImporter::mergeValues));
    return new JsonObject(members);
  }

  private static Object mergeValues(Object value, Object over) {
    return value instanceof JsonObject object && over instanceof JsonObject other
        ? merge(object, other)
        : over;
  }

  private static JsonObject metadata(JsonObject metadata) {
    Map<String, Object> members = new LinkedHashMap<>(metadata.members());
    List<String> protocols = new ArrayList<>(metadata.texts("protocols"));
    String preferred = metadata.text("protocol");
    protocols.remove(preferred);
    protocols.add(0, preferred);
    members.put("protocols", protocols);
    members.remove("protocol");
    return Vocabulary.METADATA.keep(new JsonObject(members));
  }

  private static Map<String, JsonObject> operations(JsonObject operations, JsonObject paginators) {
    Map<String, JsonObject> sorted = new TreeMap<>();
    for (String name : operations.names()) {
      Map<String, Object> members = new LinkedHashMap<>(operations.object(name).members());
      if (paginators.has(name)) {
        members.put("paginator", paginators.object(name));
      }
      sorted.put(name, Vocabulary.OPERATION.keep(new JsonObject(members)));
    }
    return sorted;
  }

  private static Map<String, JsonObject> shapes(JsonObject shapes) {
    Map<String, JsonObject> sorted = new TreeMap<>();
    shapes.names().forEach(name -> sorted.put(name, Vocabulary.SHAPE.keep(shapes.object(name))));
    return sorted;
  }

  private static Collection<String> lines(Map<String, JsonObject> byName) {
    List<String> lines = new ArrayList<>();
    byName.forEach(
        (name, facts) -> lines.add(JsonWriter.quoted(name) + ":" + JsonWriter.text(facts) + ","));
    int last = lines.size() - 1;
    if (last >= 0) {
      lines.set(last, lines.get(last).substring(0, lines.get(last).length() - 1));
    }
    return lines;
  }
}
