package io.robotocore.model;

import java.util.Optional;

/**
 * The XML namespace that an element carries.
 *
 * @param uri the namespace
 * @param prefix the prefix that it is bound to; empty for the default namespace
 */
public record XmlNamespace(String uri, String prefix) {

  static Optional<XmlNamespace> in(JsonObject facts) {
    if (!facts.has("xmlNamespace")) {
      return Optional.empty();
    }
    JsonObject namespace = facts.object("xmlNamespace");
    return Optional.of(new XmlNamespace(namespace.text("uri"), namespace.text("prefix")));
  }
}
