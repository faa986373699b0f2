package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.junit5.AwsEmulator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The whole application, with the clients that it builds for itself. */
@AwsEmulator(systemProperties = true)
class OrderApplicationTest {

  @Test
  void application_withItsOwnClients_talksToTheEmulator(SqsClient sqs) {
    try (OrderApplication application = new OrderApplication()) {
      application.orders().place(new Order("1", "Ada", "tea", 2));
      assertThat(sqs.listQueues().queueUrls()).singleElement().asString().endsWith("/orders");
      assertThat(application.orders().shipNext()).isPresent();
    }
  }
}
