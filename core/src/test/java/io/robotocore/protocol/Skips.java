package io.robotocore.protocol;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Smithy's test cases that do not pass, by their names or the beginnings of them, and why. */
final class Skips {

  private static final String BLOBS_AND_TEXTS =
      "AWS's published models do not tell the media types of blobs and texts";
  private static final String DEFAULTS =
      "AWS's published models have no default values; services know them";
  private static final String NO_TYPE =
      "tools of all kinds send AWS bodies without saying what they are";
  private static final String EMPTY_OBJECT =
      "clients send AWS an empty object where nothing is expected, as SDK for JavaScript 2 does";

  static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("RestJsonWithPayloadExpectsImpliedAccept", BLOBS_AND_TEXTS),
          Map.entry("RestJsonWithPayloadExpectsModeledAccept", BLOBS_AND_TEXTS),
          Map.entry("RestJsonStringPayload", BLOBS_AND_TEXTS),
          Map.entry("RestJsonWithPayloadExpectsModeledContentType", BLOBS_AND_TEXTS),
          Map.entry("RestJsonWithPayloadExpectsImpliedContentType", BLOBS_AND_TEXTS),
          Map.entry("HttpPayloadTraitsWithMediaTypeWithBlob", BLOBS_AND_TEXTS),
          Map.entry("RestJsonHttpPayloadTraitsWithMediaTypeWithBlob", BLOBS_AND_TEXTS),
          Map.entry("RestJsonStreamingTraitsWithMediaTypeWithBlob", BLOBS_AND_TEXTS),
          Map.entry("RestJsonWithBodyExpectsApplicationJsonContentTypeNoHeaders", NO_TYPE),
          Map.entry("RestJsonWithoutBodyExpectsEmptyContentType", EMPTY_OBJECT),
          Map.entry("RestJsonWithoutBodyEmptyInputExpectsEmptyContentType", EMPTY_OBJECT),
          Map.entry("AwsJson10ServerPopulates", DEFAULTS),
          Map.entry("RestJsonServerPopulates", DEFAULTS),
          Map.entry("RpcV2CborServerPopulates", DEFAULTS));

  private static final String COMPRESSION =
      "says which headers a client adds, and has no body to read";
  private static final String NOT_SENT = "what is expected is not in the request";
  private static final String ABSENT_OR_EMPTY =
      "an empty object is an empty structure, although a client may mean that it has none";
  private static final String TOLERANCE = "says what a client has to put up with";

  /** Cases that judge clients only, although they are not marked so. */
  static final Map<String, String> OF_CLIENTS =
      Map.ofEntries(
          Map.entry("SDKAppliedContentEncoding", COMPRESSION),
          Map.entry("SDKAppend", COMPRESSION),
          Map.entry("Ec2EmptyQueryLists", NOT_SENT),
          Map.entry("QueryEmptyQueryMaps", NOT_SENT),
          Map.entry("RestJsonOmitsEmptyListQueryValues", NOT_SENT),
          Map.entry("RestJsonHttpWithEmptyStructurePayload", ABSENT_OR_EMPTY),
          Map.entry("RestJsonHttpWithHeadersButNoPayload", ABSENT_OR_EMPTY),
          Map.entry("RestXmlDateTimeWith", TOLERANCE),
          Map.entry("Ec2QueryDateTimeWith", TOLERANCE),
          Map.entry("AwsJson10ServiceRespondsWithNoPayload", TOLERANCE),
          Map.entry("json_1_1_service_responds_with_no_payload", TOLERANCE),
          Map.entry("ComplexError", TOLERANCE),
          Map.entry("InvalidGreetingError", TOLERANCE),
          Map.entry("Ec2ComplexError", TOLERANCE),
          Map.entry("S3OperationNoErrorWrappingResponse", TOLERANCE),
          Map.entry("QueryNoInputAndNoOutputWithResponseMetadata", TOLERANCE));

  private Skips() {}

  /** The entries of a table for a case; there may be none. */
  static Set<String> of(String test, Map<String, String> table) {
    return table.keySet().stream().filter(test::startsWith).collect(Collectors.toSet());
  }
}
