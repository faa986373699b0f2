package io.robotocore.model;

import io.robotocore.wire.HttpRequest;

public final class Router {
  private final AwsModels models;

  public Router(AwsModels models) {
    this.models = models;
  }

  public Route route(HttpRequest request) {
    String target = request.headers().firstOr("X-Amz-Target", "");
    if (target.startsWith("AmazonSQS.")) {
      return new Route(models.service("sqs").get().operation(target.substring(10)).get(), ProtocolId.AWS_JSON_1_0);
    }
    String form = new String(request.body().bytes(), java.nio.charset.StandardCharsets.UTF_8);
    int a = form.indexOf("Action=");
    String action = form.substring(a + 7, form.indexOf('&', a));
    return new Route(models.service(form.contains("2012-11-05") ? "sqs" : "sts").get().operation(action).get(), ProtocolId.AWS_QUERY);
  }
}
