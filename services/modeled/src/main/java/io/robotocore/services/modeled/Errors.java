package io.robotocore.services.modeled;

import io.robotocore.model.Member;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ProtocolId;
import io.robotocore.model.ServiceModel;
import io.robotocore.model.ShapeType;
import io.robotocore.model.StructureShape;
import io.robotocore.service.DocumentError;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The errors of an operation, in the words of its service.
 *
 * @param scene the call that fails
 */
record Errors(Scene scene) {

  private static final List<String> MISSING =
      List.of(
          "notfound",
          "nosuch",
          "doesnotexist",
          "notexist",
          "notinuse",
          "unknown",
          "missing",
          "invalid");

  /** How many of them are the names of errors that can mean nothing else. */
  private static final int NAMED_MISSING = 5;

  private static final List<String> TAKEN =
      List.of(
          "alreadyexists", "alreadyexist", "duplicate", "exists", "alreadyin", "conflict", "inuse");
  private static final List<String> INVALID =
      List.of(
          "validation",
          "invalidparameter",
          "invalidrequest",
          "invalidinput",
          "badrequest",
          "invalidargument",
          "invalid");
  private static final List<String> BAD_PAGE =
      and(List.of("nexttoken", "paginationtoken", "marker", "token"), INVALID);
  private static final List<String> BAD_TAG = and(List.of("invalidtag", "tagexception"), INVALID);
  private static final List<String> TOO_MANY_TAGS =
      and(List.of("toomanytags", "tagquota", "taglimit", "limitexceeded", "quota"), INVALID);

  private static List<String> and(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /** The error for something that is not there. */
  DocumentError missing(Resource resource, String id) {
    String message = resource.noun() + " " + id + " not found";
    String written = scene.design().blueprint().trait(resource).missing();
    if (!written.isEmpty()) {
      return spoken(written, message, resource, id);
    }
    return declared(MISSING, resource)
        .map(shape -> of(shape, message, resource, id))
        .orElseGet(() -> new DocumentError(unmodeled(resource), message, Map.of()));
  }

  /** Whether the operation has an error for something that is not there. */
  boolean hasMissing(Resource resource) {
    return declared(MISSING.subList(0, NAMED_MISSING), resource).isPresent()
        || !scene.design().blueprint().trait(resource).missing().isEmpty();
  }

  /** The error for something that is there already; empty if the operation declares none. */
  Optional<DocumentError> taken(Resource resource, String id) {
    String message = resource.noun() + " " + id + " already exists";
    String written = scene.design().blueprint().trait(resource).taken();
    if (!written.isEmpty()) {
      return Optional.of(spoken(written, message, resource, id));
    }
    return declared(TAKEN, resource).map(shape -> of(shape, message, resource, id));
  }

  /** The error for something that cannot be deleted because others belong to it. */
  DocumentError held(String error, Resource resource, String id) {
    return spoken(error, resource.noun() + " " + id + " is in use", resource, id);
  }

  private DocumentError written(String code, String message, Resource resource, String id) {
    return scene
        .operation()
        .service()
        .error(code)
        .map(shape -> of(shape, message, resource, id))
        .orElseGet(() -> new DocumentError(code, message, Map.of()));
  }

  /** An error that is written as {@code Code}, or as {@code Code: message}. */
  private DocumentError spoken(String text, String usual, Resource resource, String id) {
    int border = text.indexOf(": ");
    return border < 0
        ? written(text, usual, resource, id)
        : written(
            text.substring(0, border),
            text.substring(border + 2)
                .replace("{id}", id)
                .replace("{account}", scene.call().account()),
            resource,
            id);
  }

  /** The error for a token of another list. */
  DocumentError badPage(Member token) {
    return called(BAD_PAGE, "ValidationException", "Invalid value for " + token.name());
  }

  /** The error for a tag that only AWS itself may give. */
  DocumentError reservedTag() {
    return called(
        BAD_TAG,
        isEc2() ? "InvalidParameterValue" : "ValidationException",
        "Tag keys beginning with 'aws:' are reserved for system use");
  }

  /** The error for a thing that would have more tags than it may. */
  DocumentError tooManyTags(int most) {
    return called(
        TOO_MANY_TAGS,
        isEc2() ? "TagLimitExceeded" : "ValidationException",
        "A resource can have at most " + most + " tags");
  }

  private boolean isEc2() {
    return scene.operation().service().protocols().get(0) == ProtocolId.EC2_QUERY;
  }

  /** The declared error with the first of these words that one has; one of this code if none. */
  private DocumentError called(List<String> words, String code, String message) {
    return scene.operation().errors().stream()
        .filter(shape -> order(shape, words) < words.size())
        .min(Comparator.comparingInt(shape -> order(shape, words)))
        .map(shape -> new DocumentError(shape.name(), message, message(shape, message)))
        .orElseGet(() -> new DocumentError(code, message, Map.of()));
  }

  /** The declared error with one of these words, of equals the one that speaks of the resource. */
  private Optional<StructureShape> declared(List<String> words, Resource resource) {
    List<StructureShape> declared = scene.operation().errors();
    return declared.stream()
        .filter(shape -> order(shape, words) < words.size())
        .filter(shape -> !isAboutSomethingElse(shape))
        .min(
            Comparator.<StructureShape>comparingInt(shape -> order(shape, words))
                .thenComparingInt(shape -> mentions(shape, resource) ? 0 : 1));
  }

  private static boolean isAboutSomethingElse(StructureShape shape) {
    String name = Names.canonical(shape.name());
    return name.contains("kms")
        || name.contains("token")
        || name.contains("throttl")
        || name.contains("limit")
        || name.contains("region");
  }

  private static int order(StructureShape shape, List<String> words) {
    String name = Names.canonical(shape.name());
    for (int i = 0; i < words.size(); i++) {
      if (name.contains(words.get(i))) {
        return i;
      }
    }
    return words.size();
  }

  private static boolean mentions(StructureShape shape, Resource resource) {
    String name = Names.canonical(shape.name());
    return name.contains(resource.canonicalNoun())
        || name.contains(resource.lastWord())
        || name.startsWith("resource")
        || name.startsWith("entity");
  }

  private DocumentError of(StructureShape shape, String message, Resource resource, String id) {
    Map<String, Object> members = new LinkedHashMap<>(message(shape, message));
    for (Member member : shape.members()) {
      String name = Names.canonical(member.name());
      boolean text = member.target().type() == ShapeType.STRING && member.enumValues().isEmpty();
      if (text && name.equals("resourceid")) {
        members.put(member.name(), id);
      } else if (text && name.equals("resourcetype")) {
        members.put(member.name(), resource.noun());
      } else if (member.required() && !members.containsKey(member.name())) {
        members.put(member.name(), scene.values().of(member));
      }
    }
    return new DocumentError(shape.name(), message, members);
  }

  private static Map<String, Object> message(StructureShape shape, String message) {
    return shape.members().stream()
        .filter(member -> Names.canonical(member.name()).equals("message"))
        .findFirst()
        .map(member -> Map.<String, Object>of(member.name(), message))
        .orElse(Map.of());
  }

  /** The code of an error that the model does not declare, as services of the protocol have it. */
  private String unmodeled(Resource resource) {
    OperationModel operation = scene.operation();
    ServiceModel service = operation.service();
    ProtocolId protocol = service.protocols().get(0);
    if (protocol == ProtocolId.EC2_QUERY) {
      return "Invalid" + resource.noun() + "ID.NotFound";
    }
    return protocol == ProtocolId.AWS_QUERY
        ? resource.noun() + "NotFound"
        : "ResourceNotFoundException";
  }
}
