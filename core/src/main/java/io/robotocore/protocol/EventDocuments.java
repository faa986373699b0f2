package io.robotocore.protocol;

import io.robotocore.model.ProtocolId;

/** Structures and errors inside of events, in the form that a protocol has for its bodies. */
public enum EventDocuments {
  AWS_JSON_1_0("application/x-amz-json-1.0", Dialect.JSON),
  AWS_JSON_1_1("application/x-amz-json-1.1", Dialect.JSON),
  AWS_CBOR_1_1("application/x-amz-cbor-1.1", Dialect.CBOR_MILLIS),
  REST_JSON("application/json", Dialect.JSON),
  RPC_V2_CBOR("application/cbor", Dialect.CBOR),
  /** S3 says {@code text/xml}, where its other bodies are {@code application/xml}. */
  XML("text/xml", Dialect.JSON);

  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

  private final String contentType;
  private final Dialect dialect;

  EventDocuments(String contentType, Dialect dialect) {
    this.contentType = contentType;
    this.dialect = dialect;
  }

  /** The documents of a protocol. */
  public static EventDocuments of(ProtocolId protocol) {
    return switch (protocol) {
      case AWS_JSON_1_0 -> AWS_JSON_1_0;
      case AWS_JSON_1_1 -> AWS_JSON_1_1;
      case AWS_CBOR_1_1 -> AWS_CBOR_1_1;
      case REST_JSON -> REST_JSON;
      case RPC_V2_CBOR -> RPC_V2_CBOR;
      case REST_XML, AWS_QUERY, EC2_QUERY -> XML;
    };
  }

  /** The media type of the documents. */
  public String contentType() {
    return contentType;
  }

  /** Writes a structure, which in XML goes by the name of its shape. */
  public byte[] write(Binding binding, Object value) {
    if (this != XML) {
      return JsonWriter.write(dialect, json -> json.members(binding, value));
    }
    String root = binding.shape().name();
    XmlWriter xml = new XmlWriter(DECLARATION).begin(root);
    new XmlValues(xml, Texts.LENIENT).structure(binding, value);
    return xml.close(root).toBytes();
  }

  /** Writes an error. */
  public byte[] write(Fault fault) {
    if (this != XML) {
      return JsonWriter.write(dialect, json -> json.error(fault));
    }
    XmlWriter xml = new XmlWriter(DECLARATION).open("Error");
    new XmlValues(xml, Texts.LENIENT).error(fault);
    return xml.close("Error").toBytes();
  }
}
