package io.robotocore.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.SqsClient;

@AwsEmulator
class BaselineTest {

  @BeforeAll
  static void createsTheBaseline(SqsClient sqs) {
    sqs.createQueue(queue -> queue.queueName("baseline"));
  }

  @RepeatedTest(3)
  void test_afterOthersThatWrote_startsFromTheBaseline(SqsClient sqs) {
    assertThat(sqs.listQueues().queueUrls()).hasSize(1);
    sqs.createQueue(queue -> queue.queueName("left behind"));
    assertThat(sqs.listQueues().queueUrls()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "b"})
  void test_withArguments_startsFromTheBaseline(String name, SqsClient sqs) {
    sqs.createQueue(queue -> queue.queueName(name));
    assertThat(sqs.listQueues().queueUrls()).hasSize(2);
  }

  @RepeatedTest(2)
  void clock_advancedByATest_isBackInTheNext(Emulator emulator, SqsClient sqs) {
    Instant now = Clock.systemUTC().instant();
    assertThat(emulator.clock().instant()).isBetween(now.minusSeconds(60), now.plusSeconds(60));
    emulator.clock().advance(Duration.ofDays(1));
    sqs.listQueues();
    assertThat(emulator.calls().get(0).start()).isAfter(now.plus(Duration.ofHours(23)));
  }

  @RepeatedTest(2)
  void journal_ofATest_hasItsOwnCallsOnly(Emulator emulator, SqsClient sqs) {
    sqs.listQueues();
    assertThat(emulator.calls()).singleElement().extracting("operation").isEqualTo("ListQueues");
  }

  @Nested
  class Inner {

    @BeforeAll
    static void addsToTheBaseline(SqsClient sqs) {
      sqs.createQueue(queue -> queue.queueName("inner"));
    }

    @RepeatedTest(2)
    void nestedTest_afterOthersThatWrote_startsFromItsOwnBaseline(SqsClient sqs) {
      assertThat(sqs.listQueues().queueUrls()).hasSize(2);
      sqs.createQueue(queue -> queue.queueName("left behind"));
    }
  }

  @Nested
  class Sibling {

    @Test
    void nestedTest_afterAnotherNestedClass_doesNotSeeItsQueues(SqsClient sqs) {
      assertThat(sqs.listQueues().queueUrls()).hasSize(1);
    }
  }
}
