package io.robotocore.protocol;

import io.robotocore.model.OperationModel;
import io.robotocore.model.Route;
import io.robotocore.model.ServiceModel;
import io.robotocore.wire.Body;
import io.robotocore.wire.Headers;
import io.robotocore.wire.HttpRequest;
import io.robotocore.wire.HttpResponse;
import java.util.Optional;

/**
 * The AWS Query protocol: the operation and its input in the parameters of a form or a query
 * string, output in XML.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html">awsQuery</a>
 */
record AwsQuery(FormReader form) implements Protocol {

  static final AwsQuery CODEC = new AwsQuery(new FormReader(false));

  @Override
  public Object read(Route route, HttpRequest request, Binding input) {
    return form.read(request, input);
  }

  @Override
  public HttpResponse write(
      OperationModel operation, String requestId, Binding binding, Object output) {
    XmlWriter xml = xml(operation.name() + "Response", Optional.of(operation.service()));
    operation.resultWrapper().ifPresent(xml::open);
    new XmlValues(xml, Texts.LENIENT).members(binding, output);
    operation.resultWrapper().ifPresent(xml::close);
    xml.open("ResponseMetadata").text("RequestId", requestId).close("ResponseMetadata");
    xml.close(operation.name() + "Response");
    return response(operation.responseCode(), requestId, xml);
  }

  @Override
  public HttpResponse write(Optional<ServiceModel> service, String requestId, Fault fault) {
    XmlWriter xml = xml("ErrorResponse", service).open("Error");
    xml.text("Type", fault.sender() ? "Sender" : "Receiver");
    new XmlValues(xml, Texts.LENIENT).error(fault);
    xml.close("Error").text("RequestId", requestId).close("ErrorResponse");
    return response(fault.status(), requestId, xml);
  }

  private static XmlWriter xml(String root, Optional<ServiceModel> service) {
    String namespace = service.flatMap(ServiceModel::xmlNamespace).orElse("");
    return new XmlWriter("<?xml version=\"1.0\"?>").begin(root).namespace(namespace).ready();
  }

  private static HttpResponse response(int status, String requestId, XmlWriter xml) {
    Headers headers = Headers.of("Content-Type", "text/xml", "x-amzn-RequestId", requestId);
    return new HttpResponse(status, headers, Body.of(xml.toBytes()));
  }
}
