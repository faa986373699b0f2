package io.robotocore.services.modeled;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.core.SdkBytes;

/**
 * An object of MediaStore, by its path.
 *
 * @param entity the object as it is kept
 */
record MediaStoreObject(Entity entity) {

  static final String NOUN = "object";
  private static final String BODY = "body";
  private static final String STORAGE = "TEMPORAL";

  static MediaStoreObject of(Entity entity) {
    return new MediaStoreObject(entity);
  }

  /** The object that a request to put one has. */
  static MediaStoreObject of(Scene scene) {
    SdkBytes body =
        scene.input().get("Body") instanceof SdkBytes bytes
            ? bytes
            : SdkBytes.fromByteArrayUnsafe(new byte[0]);
    String path = path(scene);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put(BODY, body);
    facts.put("ETag", Sha256.hex(path.getBytes(StandardCharsets.UTF_8), body.asByteArrayUnsafe()));
    facts.put("ContentType", scene.input().getOrDefault("ContentType", "binary/octet-stream"));
    if (scene.input().get("CacheControl") instanceof String control) {
      facts.put("CacheControl", control);
    }
    return of(Entity.of(key(path), facts, scene.call().now()));
  }

  static EntityKey key(String path) {
    return new EntityKey(NOUN, "", path);
  }

  static String path(Scene scene) {
    return (String) Objects.requireNonNull(scene.input().get("Path"));
  }

  /** Keeps the object, and gives what putting it answers. */
  Map<String, Object> keptIn(ModeledState state) {
    state.put(entity);
    return Map.of(
        "ETag",
        Objects.requireNonNull(entity.attributes().get("ETag")),
        "ContentSHA256",
        Sha256.hex(body()),
        "StorageClass",
        STORAGE);
  }

  byte[] body() {
    return ((SdkBytes) entity.attribute(BODY).orElseThrow()).asByteArrayUnsafe();
  }

  String path() {
    return entity.key().id();
  }

  /** What is told of the object besides its content. */
  Map<String, Object> described() {
    Map<String, Object> described = new LinkedHashMap<>(entity.attributes());
    described.remove(BODY);
    described.put("ContentLength", (long) body().length);
    described.put("LastModified", entity.life().created());
    return described;
  }
}
