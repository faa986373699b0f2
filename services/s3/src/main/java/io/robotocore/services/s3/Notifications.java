package io.robotocore.services.s3;

import io.robotocore.services.s3.Subscription.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.PutBucketNotificationConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.s3.model.TopicConfiguration;

/** The operations on who is told of what happens to objects. */
interface Notifications extends Configuring {

  @Override
  default GetBucketNotificationConfigurationResponse getBucketNotificationConfiguration(
      GetBucketNotificationConfigurationRequest in) {
    return bucket(in, "s3:GetBucketNotification")
        .find(GetBucketNotificationConfigurationResponse.class)
        .orElseGet(() -> GetBucketNotificationConfigurationResponse.builder().build());
  }

  /**
   * Says who is told of what. Whoever is there has to exist, and is sent a message as a test.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html">event
   *     notifications</a>
   */
  @Override
  default PutBucketNotificationConfigurationResponse putBucketNotificationConfiguration(
      PutBucketNotificationConfigurationRequest in) {
    Bucket bucket = bucket(in, "s3:PutBucketNotification");
    GetBucketNotificationConfigurationResponse wanted =
        named(Required.check(in.notificationConfiguration()));
    List<Subscription> subscriptions = Subscription.of(wanted);
    subscriptions.forEach(Subscription::check);
    Subscription.checkApart(subscriptions);
    Destinations destinations = new Destinations(call());
    if (!Boolean.TRUE.equals(in.skipDestinationValidation())) {
      subscriptions.forEach(destinations::check);
    }
    alter(bucket, there -> there.with(wanted));
    String test = EventMessage.test(call(), bucket);
    Set<String> told = new HashSet<>();
    for (Subscription subscription : subscriptions) {
      if (subscription.kind() != Kind.FUNCTION && told.add(subscription.arn())) {
        call().deliver(() -> destinations.send(subscription, test));
      }
    }
    return PutBucketNotificationConfigurationResponse.builder().build();
  }

  /** The configuration with an id for each part that has none. */
  private GetBucketNotificationConfigurationResponse named(NotificationConfiguration wanted) {
    return GetBucketNotificationConfigurationResponse.builder()
        .queueConfigurations(
            wanted.queueConfigurations().stream()
                .map(part -> part.id() == null ? named(part) : part)
                .toList())
        .topicConfigurations(
            wanted.topicConfigurations().stream()
                .map(part -> part.id() == null ? named(part) : part)
                .toList())
        .lambdaFunctionConfigurations(
            wanted.lambdaFunctionConfigurations().stream()
                .map(part -> part.id() == null ? named(part) : part)
                .toList())
        .eventBridgeConfiguration(wanted.eventBridgeConfiguration())
        .build();
  }

  private QueueConfiguration named(QueueConfiguration part) {
    return part.toBuilder().id(call().random().uuid()).build();
  }

  private TopicConfiguration named(TopicConfiguration part) {
    return part.toBuilder().id(call().random().uuid()).build();
  }

  private LambdaFunctionConfiguration named(LambdaFunctionConfiguration part) {
    return part.toBuilder().id(call().random().uuid()).build();
  }

  /** Tells whoever wants to know of a change. */
  default void publish(Change change) {
    change
        .bucket()
        .find(GetBucketNotificationConfigurationResponse.class)
        .ifPresent(configuration -> publish(change, configuration));
  }

  private void publish(Change change, GetBucketNotificationConfigurationResponse configuration) {
    Destinations destinations = new Destinations(call());
    EventMessage message = new EventMessage(call(), change, state().next());
    for (Subscription subscription : Subscription.of(configuration)) {
      if (subscription.includes(change)) {
        call().deliver(() -> destinations.send(subscription, message.text(subscription.id())));
      }
    }
    if (configuration.eventBridgeConfiguration() != null) {
      call().deliver(() -> destinations.sendToBus(message));
    }
  }
}
