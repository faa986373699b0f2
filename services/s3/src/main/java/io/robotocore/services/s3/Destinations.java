package io.robotocore.services.s3;

import io.robotocore.service.Call;
import io.robotocore.service.Principal;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Where S3 sends notifications to. What the emulator does not have is told nothing.
 *
 * @param call the call that there is something to tell of
 */
record Destinations(Call call) {

  private static final Logger LOG = LoggerFactory.getLogger(Destinations.class);
  private static final String FAILED =
      "Unable to validate the following destination configurations";

  /** Refuses a destination that does not exist. */
  void check(Subscription subscription) {
    try {
      look(Arn.of(subscription.arn()), subscription);
    } catch (AwsServiceException e) {
      throw S3Error.invalidArgument(
          FAILED,
          Map.of(
              "ArgumentName1", subscription.arn(),
              "ArgumentValue1", refusal(subscription)));
    }
  }

  private static String refusal(Subscription subscription) {
    return switch (subscription.kind()) {
      case QUEUE -> "The destination queue does not exist";
      case TOPIC -> "The destination topic does not exist";
      case FUNCTION -> "Not authorized to invoke function [" + subscription.arn() + "]";
    };
  }

  private void look(Arn arn, Subscription subscription) {
    switch (subscription.kind()) {
      case QUEUE -> sending(arn, "sqs").ifPresent(at -> url(at, arn));
      case TOPIC ->
          sending(arn, "sns")
              .ifPresent(
                  at ->
                      at.client(SnsClient.class)
                          .getTopicAttributes(in -> in.topicArn(subscription.arn())));
      case FUNCTION ->
          sending(arn, "lambda")
              .ifPresent(
                  at ->
                      at.client(LambdaClient.class)
                          .getFunction(in -> in.functionName(subscription.arn())));
    }
  }

  /** The call that S3 makes where a destination is; empty if there is no such service. */
  private Optional<Call> sending(Arn arn, String service) {
    return call.offers(service)
        ? Optional.of(call.as(Principal.service("s3", arn.account)).in(arn.region))
        : Optional.empty();
  }

  private static String url(Call at, Arn arn) {
    return at.client(SqsClient.class)
        .getQueueUrl(in -> in.queueName(arn.name).queueOwnerAWSAccountId(arn.account))
        .queueUrl();
  }

  /** Sends a text to a destination, to which it is lost if that has gone in the meantime. */
  void send(Subscription subscription, String text) {
    try {
      sendNow(subscription, text);
    } catch (AwsServiceException e) {
      LOG.warn("{} could not be told: {}", subscription.arn(), e.getMessage());
    }
  }

  private void sendNow(Subscription subscription, String text) {
    Arn arn = Arn.of(subscription.arn());
    switch (subscription.kind()) {
      case QUEUE ->
          sending(arn, "sqs")
              .ifPresent(
                  at ->
                      at.client(SqsClient.class)
                          .sendMessage(in -> in.queueUrl(url(at, arn)).messageBody(text)));
      case TOPIC ->
          sending(arn, "sns")
              .ifPresent(
                  at ->
                      at.client(SnsClient.class)
                          .publish(
                              in ->
                                  in.topicArn(subscription.arn())
                                      .subject("Amazon S3 Notification")
                                      .message(text)));
      case FUNCTION ->
          sending(arn, "lambda")
              .ifPresent(
                  at ->
                      at.client(LambdaClient.class)
                          .invoke(
                              in ->
                                  in.functionName(subscription.arn())
                                      .invocationType(InvocationType.EVENT)
                                      .payload(SdkBytes.fromUtf8String(text))));
    }
  }

  /** Sends an event to the default event bus of the bucket's account and region. */
  void sendToBus(EventMessage message) {
    Bucket bucket = message.change().bucket();
    sending(new Arn(bucket.region(), bucket.owner(), ""), "events")
        .ifPresent(
            at ->
                at.client(EventBridgeClient.class)
                    .putEvents(
                        in ->
                            in.entries(
                                PutEventsRequestEntry.builder()
                                    .source("aws.s3")
                                    .detailType(message.detailType())
                                    .detail(message.detail())
                                    .time(message.call().now())
                                    .resources("arn:aws:s3:::" + bucket.name())
                                    .build())));
  }

  /** Where something is, and what it is called there. */
  private record Arn(String region, String account, String name) {

    private static Arn of(String text) {
      String[] parts = text.split(":", 6);
      return new Arn(parts[3], parts[4], parts[5]);
    }
  }
}
