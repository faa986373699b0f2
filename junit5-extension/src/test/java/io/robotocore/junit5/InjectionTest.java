package io.robotocore.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import java.net.URI;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.SqsClient;

@AwsEmulator(account = "111111111111", region = "eu-central-1")
class InjectionTest {

  private final SqsClient fromConstructor;
  private SqsClient field;
  private Emulator emulator;
  @Endpoint private URI endpoint;

  @Account("222222222222")
  @Region("eu-west-1")
  private SqsAsyncClient elsewhere;

  InjectionTest(SqsClient sqs) {
    this.fromConstructor = sqs;
  }

  @Test
  void client_inParameterFieldAndConstructor_isOfTheDefaultScope(SqsClient sqs) {
    assertThat(sqs.createQueue(queue -> queue.queueName("q")).queueUrl())
        .isEqualTo("http://eu-central-1/111111111111/q");
    assertThat(field.listQueues().queueUrls()).hasSize(1);
    assertThat(fromConstructor.listQueues().queueUrls()).hasSize(1);
  }

  @Test
  void client_withAccountAndRegion_isOfThatScope(
      @Account("333333333333") @Region("us-west-2") SqsClient sqs) {
    assertThat(sqs.createQueue(queue -> queue.queueName("q")).queueUrl())
        .isEqualTo("http://us-west-2/333333333333/q");
    assertThat(elsewhere.createQueue(queue -> queue.queueName("q")).join().queueUrl())
        .isEqualTo("http://eu-west-1/222222222222/q");
    assertThat(field.listQueues().queueUrls()).isEmpty();
  }

  @Test
  void endpointAndEmulator_inFieldsAndParameters_areThoseOfTheClass(
      Emulator parameter, @Endpoint URI address, SqsClient sqs) {
    sqs.createQueue(queue -> queue.queueName("q"));
    assertThat(parameter).isSameAs(emulator);
    assertThat(address).isEqualTo(endpoint).isEqualTo(emulator.endpoint());
    assertThat(emulator.calls()).hasSize(1);
  }
}
