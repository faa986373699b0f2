package io.robotocore.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.Transport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.SqsClient;

class RegisteredExtensionTest {

  @Nested
  class ForTheClass {

    @RegisterExtension
    static AwsEmulatorExtension aws =
        AwsEmulatorExtension.builder()
            .emulator(
                Emulator.builder()
                    .account("444444444444")
                    .region("ap-south-1")
                    .transport(Transport.IN_PROCESS))
            .reset(Reset.NEVER)
            .build();

    private static SqsClient sqs;

    @Test
    void client_ofAnExtensionInAStaticField_hasItsSettings() {
      assertThat(sqs.createQueue(queue -> queue.queueName("q")).queueUrl())
          .isEqualTo("http://ap-south-1/444444444444/q");
    }
  }

  @Nested
  class ForOneTest {

    @RegisterExtension AwsEmulatorExtension aws = AwsEmulatorExtension.builder().build();

    private SqsClient sqs;

    @Test
    void client_ofAnExtensionInAField_isThereForTheTest() {
      sqs.createQueue(queue -> queue.queueName("q"));
      assertThat(sqs.listQueues().queueUrls()).hasSize(1);
    }
  }

  @Nested
  @AwsEmulator(reset = Reset.NEVER)
  class WithoutReset {

    @RepeatedTest(3)
    void queue_createdByARepetitionBefore_isKept(SqsClient sqs, RepetitionInfo repetition) {
      int number = repetition.getCurrentRepetition();
      sqs.createQueue(queue -> queue.queueName("q" + number));
      assertThat(sqs.listQueues().queueUrls()).hasSize(number);
    }
  }
}
