package io.robotocore.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words that a kind of object in botocore's models may use: those that are kept, in the order
 * in which they are written, and those that are left out. A word that is neither stops the import,
 * so that no new fact is lost unseen.
 */
enum Vocabulary {
  METADATA(
      "serviceId serviceFullName endpointPrefix signingName signatureVersion apiVersion globalEndpoint"
          + " targetPrefix jsonVersion xmlNamespace protocols awsQueryCompatible auth",
      "serviceAbbreviation uid checksumFormat protocolSettings ripServiceName"),
  OPERATION(
      "http input output errors deprecated idempotent readonly authtype auth unsignedPayload endpoint"
          + " httpChecksum httpChecksumRequired paginator",
      "name documentation documentationUrl deprecatedMessage deprecatedSince alias"
          + " staticContextParams operationContextParams endpointdiscovery endpointoperation"
          + " requestcompression"),
  HTTP("method requestUri responseCode", ""),
  INPUT("shape locationName xmlNamespace", "documentation"),
  OUTPUT("shape resultWrapper locationName", "documentation"),
  ERROR("shape", "documentation exception error"),
  ENDPOINT("hostPrefix", ""),
  HTTP_CHECKSUM(
      "requestChecksumRequired requestAlgorithmMember requestValidationModeMember responseAlgorithms",
      ""),
  PAGINATOR(
      "input_token output_token limit_key more_results result_key non_aggregate_keys",
      "py_input_token"),
  SHAPE(
      "type required members member key value payload locationName flattened sparse streaming"
          + " requiresLength timestampFormat xmlNamespace xmlOrder min max pattern enum sensitive box"
          + " union document eventstream event exception error fault retryable",
      "documentation deprecated deprecatedMessage deprecatedSince synthetic wrapper"),
  MEMBER(
      "shape location locationName xmlName queryName flattened streaming timestampFormat xmlNamespace"
          + " xmlAttribute jsonvalue idempotencyToken hostLabel eventpayload eventheader box enum",
      "documentation deprecated deprecatedMessage deprecatedSince contextParam"),
  XML_NAMESPACE("prefix uri", ""),
  ERROR_TRAIT("code httpStatusCode senderFault", "fault"),
  RETRYABLE("throttling", ""),
  /** Words that only mark something by being there. */
  MARK("", "");

  private final List<String> kept;
  private final Set<String> leftOut;

  Vocabulary(String kept, String leftOut) {
    this.kept = words(kept);
    this.leftOut = Set.copyOf(words(leftOut));
  }

  private static List<String> words(String words) {
    return words.isEmpty() ? List.of() : Arrays.asList(words.split(" "));
  }

  /** The object with only the words that are kept, in their order. */
  JsonObject keep(JsonObject object) {
    for (String name : object.names()) {
      if (!kept.contains(name) && !leftOut.contains(name)) {
        throw new IllegalArgumentException("a word that " + this + " does not know: " + name);
      }
    }
    Map<String, Object> members = new LinkedHashMap<>();
    for (String name : kept) {
      @Nullable Object value = object.members().get(name);
      if (value != null) {
        members.put(name, keep(name, value));
      }
    }
    return new JsonObject(members);
  }

  private Object keep(String name, Object value) {
    if (value instanceof JsonObject object) {
      return keep(name, object);
    }
    if (value instanceof List<?> list && name.equals("errors")) {
      return list.stream().map(error -> ERROR.keep((JsonObject) error)).toList();
    }
    return value;
  }

  private JsonObject keep(String name, JsonObject object) {
    return switch (name) {
      case "http" -> HTTP.keep(object);
      case "input" -> INPUT.keep(object);
      case "output" -> OUTPUT.keep(object);
      case "endpoint" -> ENDPOINT.keep(object);
      case "httpChecksum" -> HTTP_CHECKSUM.keep(object);
      case "paginator" -> PAGINATOR.keep(object);
      case "members" -> members(object);
      case "member", "key", "value" -> MEMBER.keep(object);
      case "xmlNamespace" -> XML_NAMESPACE.keep(object);
      case "error" -> ERROR_TRAIT.keep(object);
      case "retryable" -> RETRYABLE.keep(object);
      default -> MARK.keep(object);
    };
  }

  private static JsonObject members(JsonObject object) {
    Map<String, Object> members = new LinkedHashMap<>();
    object.members().forEach((name, member) -> members.put(name, MEMBER.keep((JsonObject) member)));
    return new JsonObject(members);
  }
}
