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
 * The EC2 Query protocol: as {@link AwsQuery}, but with names of its own in requests, and with
 * another frame around outputs and errors.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html">ec2Query</a>
 */
record Ec2Query(FormReader form) implements Protocol {

  static final Ec2Query CODEC = new Ec2Query(new FormReader(true));

  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

  @Override
  public Object read(Route route, HttpRequest request, Binding input) {
    return form.read(request, input);
  }

  @Override
  public HttpResponse write(
      OperationModel operation, String requestId, Binding binding, Object output) {
    String root = operation.name() + "Response";
    XmlWriter xml = new XmlWriter(DECLARATION).begin(root);
    xml.namespace(operation.service().xmlNamespace().orElse("")).ready();
    xml.text("requestId", requestId);
    new XmlValues(xml, Texts.LENIENT).members(binding, output);
    xml.close(root);
    return response(operation.responseCode(), requestId, xml);
  }

  @Override
  public HttpResponse write(Optional<ServiceModel> service, String requestId, Fault fault) {
    XmlWriter xml = new XmlWriter(DECLARATION).open("Response").open("Errors").open("Error");
    new XmlValues(xml, Texts.LENIENT).error(fault);
    xml.close("Error").close("Errors").text("RequestID", requestId).close("Response");
    return response(fault.status(), requestId, xml);
  }

  private static HttpResponse response(int status, String requestId, XmlWriter xml) {
    Headers headers =
        Headers.of("Content-Type", "text/xml;charset=UTF-8", "x-amzn-requestid", requestId);
    return new HttpResponse(status, headers, Body.of(xml.toBytes()));
  }
}
