package io.robotocore.services.s3;

import io.robotocore.service.AwsService;
import io.robotocore.service.Call;
import io.robotocore.service.Service;
import io.robotocore.service.ServiceProvider;
import io.robotocore.state.State;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

/**
 * Services that are made up so that notifications can be sent to them; the journal shows what was.
 */
final class Receivers {

  private Receivers() {}

  /** There is nothing to keep. */
  static final class Nothing extends State {}

  private record Sns(Call call, Nothing state) implements SnsClient {

    @Override
    public GetTopicAttributesResponse getTopicAttributes(GetTopicAttributesRequest in) {
      if (!in.topicArn().endsWith(":changes")) {
        throw NotFoundException.builder().message("Topic does not exist").statusCode(404).build();
      }
      return GetTopicAttributesResponse.builder().build();
    }

    @Override
    public PublishResponse publish(PublishRequest in) {
      return PublishResponse.builder().messageId("1").build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }

  private record Lambda(Call call, Nothing state) implements LambdaClient {

    @Override
    public GetFunctionResponse getFunction(GetFunctionRequest in) {
      return GetFunctionResponse.builder().build();
    }

    @Override
    public InvokeResponse invoke(InvokeRequest in) {
      return InvokeResponse.builder().statusCode(202).build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }

  private record Events(Call call, Nothing state) implements EventBridgeClient {

    @Override
    public PutEventsResponse putEvents(PutEventsRequest in) {
      return PutEventsResponse.builder().failedEntryCount(0).build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }

  /** Offers topics. */
  @AwsService(id = "sns", client = "software.amazon.awssdk.services.sns.SnsClient", module = "sns")
  public static final class Topics implements ServiceProvider {
    @Override
    public Service<?, ?> service() {
      return Service.of(SnsClient.class, Nothing::new, Sns::new);
    }
  }

  /** Offers functions. */
  @AwsService(
      id = "lambda",
      client = "software.amazon.awssdk.services.lambda.LambdaClient",
      module = "lambda")
  public static final class Functions implements ServiceProvider {
    @Override
    public Service<?, ?> service() {
      return Service.of(LambdaClient.class, Nothing::new, Lambda::new);
    }
  }

  /** Offers an event bus. */
  @AwsService(
      id = "events",
      client = "software.amazon.awssdk.services.eventbridge.EventBridgeClient",
      module = "eventbridge")
  public static final class Bus implements ServiceProvider {
    @Override
    public Service<?, ?> service() {
      return Service.of(EventBridgeClient.class, Nothing::new, Events::new);
    }
  }
}
