package io.robotocore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotocore.Emulator;
import io.robotocore.RecordedCall;
import io.robotocore.Snapshot;
import io.robotocore.Transport;
import io.robotocore.junit5.AwsEmulator;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sts.StsClient;

/** The emulator as a test sees it: scopes, snapshots, time, journal, transports. */
@AwsEmulator
class EmulatorTest {

  @Test
  void account_ofAnAccessKey_isItsTwelveDigitsOrTheDefault(Emulator emulator) {
    assertThat(accountOf(emulator, "333333333333")).isEqualTo("333333333333");
    assertThat(accountOf(emulator, "AKIAIOSFODNN7EXAMPLE")).isEqualTo("123456789012");
    assertThat(accountOf(emulator, "test")).isEqualTo("123456789012");
  }

  private static String accountOf(Emulator emulator, String accessKey) {
    try (StsClient sts =
        StsClient.builder()
            .endpointOverride(emulator.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "secret")))
            .build()) {
      return sts.getCallerIdentity().account();
    }
  }

  @Test
  void request_withoutSignature_isOfTheDefaultAccountAndRegion(Emulator emulator, SqsClient sqs) {
    try (SqsClient anonymous =
        SqsClient.builder()
            .endpointOverride(emulator.endpoint())
            .region(Region.EU_WEST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .build()) {
      anonymous.createQueue(queue -> queue.queueName("q"));
    }
    assertThat(sqs.listQueues().queueUrls()).hasSize(1);
  }

  @Test
  void scopes_ofTwoAccountsAndRegions_neverSeeEachOther(Emulator emulator, SqsClient sqs) {
    List<SqsClient> others =
        List.of(
            emulator.as("222222222222").client(SqsClient.class),
            emulator.in("eu-west-1").client(SqsClient.class),
            emulator.as("222222222222").in("eu-west-1").client(SqsClient.class));
    sqs.createQueue(queue -> queue.queueName("q"));
    assertThat(others).allMatch(other -> other.listQueues().queueUrls().isEmpty());
    others.forEach(other -> other.createQueue(queue -> queue.queueName("q")));
    assertThat(others).allMatch(other -> other.listQueues().queueUrls().size() == 1);
  }

  @Test
  void restore_inAnotherEmulator_continuesThere(Emulator emulator, SqsClient sqs) {
    String url = sqs.createQueue(queue -> queue.queueName("q")).queueUrl();
    sqs.sendMessage(message -> message.queueUrl(url).messageBody("hello"));
    Snapshot snapshot = emulator.snapshot();
    try (Emulator copy = Emulator.start()) {
      copy.restore(snapshot);
      assertThat(copy.client(SqsClient.class).receiveMessage(r -> r.queueUrl(url)).messages())
          .singleElement()
          .extracting("body")
          .isEqualTo("hello");
    }
    assertThat(sqs.receiveMessage(receive -> receive.queueUrl(url)).messages()).hasSize(1);
  }

  @Test
  void restore_whileACallWaits_answersItWithNothing(Emulator emulator, SqsClient sqs)
      throws Exception {
    String url = sqs.createQueue(queue -> queue.queueName("q")).queueUrl();
    Snapshot snapshot = emulator.snapshot();
    CompletableFuture<ReceiveMessageResponse> waiting =
        CompletableFuture.supplyAsync(
            () -> sqs.receiveMessage(receive -> receive.queueUrl(url).waitTimeSeconds(20)));
    Waiters.awaitOne();
    emulator.restore(snapshot);
    assertThat(waiting.get(10, TimeUnit.SECONDS).messages()).isEmpty();
  }

  @Test
  void clock_frozenAndSet_showsThatTimeToServices(Emulator emulator, SqsClient sqs) {
    emulator.clock().freeze();
    emulator.clock().set(Instant.parse("2001-09-09T01:46:40Z"));
    String url = sqs.createQueue(queue -> queue.queueName("q")).queueUrl();
    assertThat(
            sqs.getQueueAttributes(get -> get.queueUrl(url).attributeNamesWithStrings("All"))
                .attributesAsStrings())
        .containsEntry("CreatedTimestamp", "1000000000");
    assertThat(emulator.clock().instant()).isEqualTo("2001-09-09T01:46:40Z");
    emulator.clock().advance(Duration.ofSeconds(1));
    emulator.clock().resume();
    assertThat(emulator.clock().instant()).isAfter("2001-09-09T01:46:41Z");
  }

  @Test
  void clock_advancedBackwards_isRefused(Emulator emulator, SqsClient sqs) {
    assertThat(sqs.listQueues().queueUrls()).isEmpty();
    assertThatThrownBy(() -> emulator.clock().advance(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void journal_afterCalls_hasWhatWasAskedAndAnswered(Emulator emulator, SqsClient sqs) {
    String url = sqs.createQueue(queue -> queue.queueName("q")).queueUrl();
    sqs.sendMessage(message -> message.queueUrl(url).messageBody("hello"));
    assertThatThrownBy(() -> sqs.getQueueUrl(get -> get.queueName("none")))
        .isInstanceOf(SqsException.class);
    List<RecordedCall> calls = emulator.calls();
    assertThat(calls)
        .extracting(RecordedCall::operation)
        .containsExactly("CreateQueue", "SendMessage", "GetQueueUrl");
    assertThat(calls.get(1).input())
        .containsInstanceOf(SendMessageRequest.class)
        .map(input -> ((SendMessageRequest) input).messageBody())
        .contains("hello");
    assertThat(calls.get(1).output()).containsInstanceOf(SendMessageResponse.class);
    assertThat(calls.get(2).error())
        .hasValueSatisfying(
            failure ->
                assertThat(failure.code()).isEqualTo("AWS.SimpleQueueService.NonExistentQueue"));
  }

  @Test
  void journal_ofACallThatNobodyHasWritten_hasItToo(Emulator emulator) throws Exception {
    HttpRequest detectSentiment =
        HttpRequest.newBuilder(emulator.endpoint())
            .header("X-Amz-Target", "Comprehend_20171127.DetectSentiment")
            .header("Content-Type", "application/x-amz-json-1.1")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(detectSentiment, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(501);
    assertThat(emulator.calls())
        .singleElement()
        .hasToString(
            emulator.calls().get(0).start()
                + " comprehend DetectSentiment (123456789012, us-east-1) 0.0 ms: not read ->"
                + " 501 NotImplemented: robotocore does not implement DetectSentiment of Comprehend");
  }

  @Test
  void inProcess_syncAndAsync_isTheSameEmulator(Emulator emulator, SqsClient sqs) {
    try (SqsClient sync =
            SqsClient.builder()
                .endpointOverride(emulator.endpoint())
                .httpClient(emulator.httpClient())
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build();
        SqsAsyncClient async =
            SqsAsyncClient.builder()
                .endpointOverride(emulator.endpoint())
                .httpClient(emulator.asyncHttpClient())
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build()) {
      String url = sync.createQueue(queue -> queue.queueName("q")).queueUrl();
      async.sendMessage(message -> message.queueUrl(url).messageBody("hello")).join();
      assertThat(sqs.receiveMessage(receive -> receive.queueUrl(url)).messages()).hasSize(1);
      assertThatThrownBy(() -> sync.getQueueUrl(get -> get.queueName("none")))
          .isInstanceOf(SqsException.class);
    }
  }

  @Test
  void inProcess_withoutEndpoint_takesTheHostOfAws(Emulator emulator, SqsClient sqs) {
    try (SqsClient ofAws =
        SqsClient.builder()
            .httpClient(emulator.httpClient())
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .build()) {
      assertThat(ofAws.createQueue(queue -> queue.queueName("q")).queueUrl())
          .endsWith("sqs.us-east-1.amazonaws.com/123456789012/q");
    }
    assertThat(sqs.listQueues().queueUrls()).hasSize(1);
  }

  @Test
  void seed_sameForTwoEmulators_givesTheSameIds(Emulator emulator, SqsClient sqs) {
    assertThat(sqs.listQueues().queueUrls()).isEmpty();
    assertThat(messageIdWithSeed(7))
        .isEqualTo(messageIdWithSeed(7))
        .isNotEqualTo(messageIdWithSeed(8));
    assertThat(emulator.calls()).hasSize(1);
  }

  private static String messageIdWithSeed(long seed) {
    try (Emulator seeded = Emulator.builder().seed(seed).transport(Transport.IN_PROCESS).start()) {
      SqsClient sqs = seeded.client(SqsClient.class);
      String url = sqs.createQueue(queue -> queue.queueName("q")).queueUrl();
      return sqs.sendMessage(message -> message.queueUrl(url).messageBody("m")).messageId();
    }
  }

  @Test
  void port_thatIsTaken_isRefusedInWords(Emulator emulator, SqsClient sqs) {
    assertThat(sqs.listQueues().queueUrls()).isEmpty();
    int taken = emulator.endpoint().getPort();
    assertThatThrownBy(() -> Emulator.builder().port(taken).start())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot listen on");
  }
}
