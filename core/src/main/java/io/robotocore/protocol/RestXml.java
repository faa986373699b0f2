package io.robotocore.protocol;

import io.robotocore.model.Member;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ServiceModel;
import io.robotocore.model.XmlNamespace;
import io.robotocore.wire.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The REST protocol in XML, as most of its services speak it and as S3 does.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html">restXml</a>
 */
record RestXml() implements RestFormat {

  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

  @Override
  public String contentType() {
    return "application/xml";
  }

  @Override
  public Texts texts(ServiceModel service) {
    return XmlOddities.isS3(service) ? Texts.S3 : Texts.LENIENT;
  }

  private static Texts bodyTexts(ServiceModel service) {
    return XmlOddities.isS3(service) ? Texts.S3_XML : Texts.LENIENT;
  }

  /** Clients send XML as all kinds of things, and S3 has never minded. */
  @Override
  public void checkMediaTypes(OperationModel operation, HttpRequest request) {
    // Anything goes.
  }

  @Override
  public void readBodyMembers(ServiceModel service, byte[] body, Binding input, Object builder) {
    if (body.length > 0) {
      XmlReader.readBodyMembers(body, bodyTexts(service), input, builder);
    }
  }

  @Override
  public Object readPayload(ServiceModel service, byte[] body, Member payload, Binding inside) {
    return XmlReader.read(body, bodyTexts(service), inside);
  }

  /** S3 does not say of what type an empty body is. */
  @Override
  public byte[] writeBodyMembers(
      OperationModel operation, Binding binding, Object output, HttpOutput http) {
    boolean hasBody = hasBody(operation);
    if (hasBody || !XmlOddities.isS3(operation.service())) {
      http.contentType(contentType());
    }
    return hasBody ? body(operation, binding, output) : new byte[0];
  }

  private static boolean hasBody(OperationModel operation) {
    for (Member member : operation.output().members()) {
      if (HttpOutput.isInBody(member)) {
        return true;
      }
    }
    return false;
  }

  private static byte[] body(OperationModel operation, Binding binding, Object output) {
    String root = XmlOddities.root(operation);
    XmlWriter xml = new XmlWriter(DECLARATION).begin(root);
    XmlValues values = new XmlValues(xml, bodyTexts(operation.service()));
    Optional<XmlNamespace> own = operation.output().xmlNamespace();
    if (own.isPresent()) {
      values.namespace(own.get());
    } else {
      xml.namespace(XmlOddities.namespace(operation.service()));
    }
    if (XmlOddities.isUnwrapped(operation)) {
      xml.ready();
      binding.forEach(output, (member, value) -> xml.text(value.toString()));
    } else {
      values.body(binding, output);
    }
    return xml.close(root).toBytes();
  }

  @Override
  public byte[] writePayload(
      OperationModel operation, Member payload, Binding inside, Object value) {
    String root = payload.locationName().orElse(payload.target().name());
    Optional<XmlNamespace> own = XmlValues.namespaceOf(payload);
    XmlWriter xml = new XmlWriter(DECLARATION).begin(root);
    XmlValues values = new XmlValues(xml, bodyTexts(operation.service()));
    if (own.isPresent()) {
      values.namespace(own.get());
    } else {
      xml.namespace(XmlOddities.namespace(operation.service()));
    }
    values.structure(inside, value);
    return xml.close(root).toBytes();
  }

  @Override
  public void identify(Optional<ServiceModel> service, String requestId, HttpOutput http) {
    if (service.filter(XmlOddities::hasTwoRequestIds).isPresent()) {
      http.header("x-amz-request-id", requestId).header("x-amz-id-2", hostId(requestId));
    } else {
      http.header("x-amzn-RequestId", requestId);
    }
  }

  /** Where S3 served the request, which means something only to AWS. */
  private static String hostId(String requestId) {
    return Base64.getEncoder().encodeToString(requestId.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public byte[] writeError(
      Optional<ServiceModel> service, String requestId, Fault fault, HttpOutput http) {
    XmlWriter xml = new XmlWriter(DECLARATION);
    XmlValues values = new XmlValues(xml, service.map(RestXml::bodyTexts).orElse(Texts.LENIENT));
    if (service.filter(XmlOddities::isS3).isPresent()) {
      xml.open("Error");
      values.error(fault);
      xml.text("RequestId", requestId).text("HostId", hostId(requestId));
      return xml.close("Error").toBytes();
    }
    xml.begin("ErrorResponse").namespace(service.map(XmlOddities::namespace).orElse(""));
    xml.ready().open("Error").text("Type", fault.sender() ? "Sender" : "Receiver");
    values.error(fault);
    xml.close("Error").text("RequestId", requestId);
    return xml.close("ErrorResponse").toBytes();
  }
}
