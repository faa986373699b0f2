package io.robotocore.services.modeled;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A folder of MediaStore: what the paths of objects have in common up to a slash.
 *
 * @param scene the call that lists it
 */
record MediaStoreFolder(Scene scene) {

  /** The answer: a page of the folder's objects and folders, by name. */
  Map<String, Object> answer() {
    Page<Map<String, Object>> page = Page.of(scene, List.copyOf(items().values()));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("Items", page.entries());
    page.continueIn(answer);
    return answer;
  }

  private SortedMap<String, Map<String, Object>> items() {
    String folder = folder();
    SortedMap<String, Map<String, Object>> items = new TreeMap<>();
    scene
        .state()
        .all(MediaStoreObject.NOUN)
        .map(MediaStoreObject::of)
        .filter(object -> object.path().startsWith(folder))
        .forEach(
            object -> {
              String rest = object.path().substring(folder.length());
              int slash = rest.indexOf('/');
              String name = slash < 0 ? rest : rest.substring(0, slash);
              items.put(
                  name, slash < 0 ? item(name, object) : Map.of("Name", name, "Type", "FOLDER"));
            });
    return items;
  }

  private static Map<String, Object> item(String name, MediaStoreObject object) {
    Map<String, Object> item = object.described();
    item.remove("CacheControl");
    item.put("Name", name);
    item.put("Type", "OBJECT");
    return item;
  }

  /** The path that is asked for, as the paths of what is in it begin. */
  private String folder() {
    String path = scene.input().get("Path") instanceof String given ? given : "";
    String bare = path.startsWith("/") ? path.substring(1) : path;
    return bare.isEmpty() || bare.endsWith("/") ? bare : bare + "/";
  }
}
