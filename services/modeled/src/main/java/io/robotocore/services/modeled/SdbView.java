package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the operations of SimpleDB share.
 *
 * @param scene the call
 */
record SdbView(Scene scene) {

  static final String DOMAIN = "domain";
  private static final String ITEM = "item";
  private static final int LONGEST = 1024;

  /** The name of the domain that the request names. */
  String domain() {
    return domain(Structures.text(scene.input(), "DomainName"));
  }

  /**
   * The name of a domain that is there.
   *
   * @throws DocumentError if it is not
   */
  String domain(String name) {
    return scene
        .state()
        .get(new EntityKey(DOMAIN, "", name))
        .map(domain -> domain.key().id())
        .orElseThrow(() -> error("NoSuchDomain", "The specified domain does not exist."));
  }

  Stream<SdbItem> items(String domain) {
    return scene.state().all(ITEM, domain).map(SdbView::item);
  }

  SdbItem item(String domain, String name) {
    return scene
        .state()
        .get(new EntityKey(ITEM, domain, name))
        .map(SdbView::item)
        .orElseGet(() -> SdbItem.of(name, Map.of()));
  }

  private static SdbItem item(Entity entity) {
    return (SdbItem) entity.attribute(ITEM).orElseThrow();
  }

  /** Keeps an item; one without attributes is not there. */
  void keep(String domain, SdbItem item) {
    EntityKey key = new EntityKey(ITEM, domain, item.name());
    if (item.attributes().isEmpty()) {
      scene.state().get(key).ifPresent(scene.state()::remove);
    } else {
      scene.state().put(Entity.of(key, Map.of(ITEM, item), scene.call().now()));
    }
  }

  /**
   * Makes sure that something is not too long.
   *
   * @throws DocumentError if it is
   */
  static void checkLength(String member, String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      throw invalid(member, text, "Value exceeds maximum length of 1024.");
    }
  }

  static DocumentError invalid(String member, String value, String why) {
    return error(
        "InvalidParameterValue",
        "Value (%s) for parameter %s is invalid. %s".formatted(value, member, why));
  }

  /** Where the page begins that the request asks for. */
  int start() {
    String token = Structures.text(scene.input(), "NextToken");
    return token.isEmpty()
        ? 0
        : decoded(token)
            .orElseThrow(() -> error("InvalidNextToken", "The specified next token is not valid."));
  }

  private static Optional<Integer> decoded(String token) {
    try {
      String text = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
      return text.matches("from [0-9]{1,9}")
          ? Optional.of(Integer.parseInt(text.substring(5)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static String token(int start) {
    return Base64.getEncoder().encodeToString(("from " + start).getBytes(StandardCharsets.UTF_8));
  }

  static DocumentError error(String code, String message) {
    return new DocumentError(code, message, Map.of());
  }
}
