package io.robotocore.protocol;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Smithy's test cases that do not pass, by their names or the beginnings of them, and why. */
final class Skips {

  private static final String MEDIA_TYPES =
      "AWS takes what clients of all ages send: SDK for Java 1 sends every REST service"
          + " application/x-amz-json-1.1, browsers send beacons as text/plain, and API Gateway's own"
          + " type is application/hal+json";
  private static final String SMALL_NUMBERS = "AWS's published models have no bytes and shorts";
  private static final String DEFAULTS =
      "AWS's published models have no default values; services know them";
  private static final String MODELLED_MEDIA_TYPES =
      "AWS's published models do not tell the media types of blobs";

  static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("RestJsonWithBodyExpectsApplicationJsonAccept", MEDIA_TYPES),
          Map.entry("RestJsonWithPayloadExpectsImpliedAccept", MEDIA_TYPES),
          Map.entry("RestJsonWithPayloadExpectsModeledAccept", MEDIA_TYPES),
          Map.entry("RestJsonStringPayload", MEDIA_TYPES),
          Map.entry("RestJsonWithBodyExpectsApplicationJsonContentType", MEDIA_TYPES),
          Map.entry("RestJsonWithoutBodyExpectsEmptyContentType", MEDIA_TYPES),
          Map.entry("RestJsonWithoutBodyEmptyInputExpectsEmptyContentType", MEDIA_TYPES),
          Map.entry("RestJsonWithPayloadExpectsModeledContentType", MEDIA_TYPES),
          Map.entry("RestJsonWithPayloadExpectsImpliedContentType", MEDIA_TYPES),
          Map.entry("RestJsonBodyByteUnderflowOverflow", SMALL_NUMBERS),
          Map.entry("RestJsonPathByteUnderflowOverflow", SMALL_NUMBERS),
          Map.entry("RestJsonQueryByteUnderflowOverflow", SMALL_NUMBERS),
          Map.entry("RestJsonHeaderByteUnderflowOverflow", SMALL_NUMBERS),
          Map.entry("RestJsonBodyShortUnderflowOverflow", SMALL_NUMBERS),
          Map.entry("RestJsonPathShortUnderflowOverflow", SMALL_NUMBERS),
          Map.entry("RestJsonQueryShortUnderflowOverflow", SMALL_NUMBERS),
          Map.entry("RestJsonHeaderShortUnderflowOverflow", SMALL_NUMBERS),
          Map.entry("AwsJson10ServerPopulates", DEFAULTS),
          Map.entry("RestJsonServerPopulates", DEFAULTS),
          Map.entry("RpcV2CborServerPopulates", DEFAULTS),
          Map.entry("HttpPayloadTraitsWithMediaTypeWithBlob", MODELLED_MEDIA_TYPES),
          Map.entry("RestJsonHttpPayloadTraitsWithMediaTypeWithBlob", MODELLED_MEDIA_TYPES),
          Map.entry("RestJsonStreamingTraitsWithMediaTypeWithBlob", MODELLED_MEDIA_TYPES));

  private static final String COMPRESSION =
      "says which headers a client adds, and has no body to read";
  private static final String NOT_SENT = "what is expected is not in the request";
  private static final String TOLERANCE = "says what a client has to put up with";

  /** Cases that judge clients only, although they are not marked so. */
  private static final Map<String, String> OF_CLIENTS =
      Map.ofEntries(
          Map.entry("SDKAppliedContentEncoding", COMPRESSION),
          Map.entry("SDKAppend", COMPRESSION),
          Map.entry("Ec2EmptyQueryLists", NOT_SENT),
          Map.entry("QueryEmptyQueryMaps", NOT_SENT),
          Map.entry("RestJsonOmitsEmptyListQueryValues", NOT_SENT),
          Map.entry("RestJsonHttpWithEmptyStructurePayload", NOT_SENT),
          Map.entry("RestJsonHttpWithHeadersButNoPayload", NOT_SENT),
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

  static boolean isOfClients(String test) {
    return OF_CLIENTS.keySet().stream().anyMatch(test::startsWith);
  }

  /** The entries for a case; there may be none. */
  static Set<String> of(String test) {
    return REASONS.keySet().stream().filter(test::startsWith).collect(Collectors.toSet());
  }
}
