package io.robotocore.model;

import java.util.List;

/** The wire protocols that AWS speaks. */
public enum ProtocolId {
  AWS_JSON_1_0,
  AWS_JSON_1_1,
  /** The AWS JSON protocol in CBOR, as SDKs for Java send it to Kinesis. */
  AWS_CBOR_1_1,
  AWS_QUERY,
  EC2_QUERY,
  REST_JSON,
  REST_XML,
  RPC_V2_CBOR;

  private static final List<ProtocolId> ALL = List.of(values());

  /** Whether the operation is named in the {@code X-Amz-Target} header. */
  public boolean isTargeted() {
    return this == AWS_JSON_1_0 || this == AWS_JSON_1_1 || this == AWS_CBOR_1_1;
  }

  /** Whether the operation is named in the form field {@code Action}. */
  public boolean isQuery() {
    return this == AWS_QUERY || this == EC2_QUERY;
  }

  /** Whether the operation is known by HTTP method and path. */
  public boolean isRest() {
    return this == REST_JSON || this == REST_XML;
  }

  /** The protocol that the models call so; {@code json} comes in two versions. */
  static ProtocolId of(String modelName, String jsonVersion) {
    return switch (modelName) {
      case "json" -> jsonVersion.equals("1.0") ? AWS_JSON_1_0 : AWS_JSON_1_1;
      case "cbor" -> AWS_CBOR_1_1;
      case "query" -> AWS_QUERY;
      case "ec2" -> EC2_QUERY;
      case "rest-json" -> REST_JSON;
      case "rest-xml" -> REST_XML;
      case "smithy-rpc-v2-cbor" -> RPC_V2_CBOR;
      default ->
          throw new IllegalArgumentException("a protocol that is not in " + ALL + ": " + modelName);
    };
  }
}
