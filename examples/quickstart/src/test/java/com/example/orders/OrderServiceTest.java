package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotocore.Emulator;
import io.robotocore.Snapshot;
import io.robotocore.junit5.Account;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

@AwsEmulator
class OrderServiceTest {

  private static final Order TEA = new Order("1", "Ada", "tea", 2);
  private static final Order CAKE = new Order("2", "Grace", "cake", 1);

  private final List<Order> shipped = new ArrayList<>();
  private OrderService orders;

  @BeforeEach
  void opensTheShop(SqsClient sqs) {
    orders = new OrderService(OrderQueue.open(sqs, "orders"), shipped::add);
  }

  @Test
  void shipNext_withAnOrder_shipsIt() {
    orders.place(TEA);
    assertThat(orders.shipNext()).contains(TEA);
    assertThat(shipped).containsExactly(TEA);
  }

  @Test
  void shipNext_everyTestStartsFromNothing_soThereIsNoOrder() {
    assertThat(orders.shipNext()).isEmpty();
  }

  @Test
  void shipNext_afterTheCarrierFailed_triesAgainWhenTheTimeoutIsOver(
      SqsClient sqs, Emulator emulator) {
    orders.place(TEA);
    OrderService unlucky =
        new OrderService(
            OrderQueue.open(sqs, "orders"),
            order -> {
              throw new IllegalStateException("flat tyre");
            });
    assertThatThrownBy(unlucky::shipNext).hasMessage("flat tyre");
    assertThat(orders.shipNext()).isEmpty();

    emulator.clock().advance(Duration.ofSeconds(OrderQueue.SHIPPING_SECONDS));

    assertThat(orders.shipNext()).contains(TEA);
  }

  @Test
  void shipNext_inAnotherAccount_seesNoneOfOurOrders(@Account("222222222222") SqsClient theirs) {
    orders.place(TEA);
    OrderService competitor = new OrderService(OrderQueue.open(theirs, "orders"), shipped::add);
    assertThat(competitor.shipNext()).isEmpty();
    assertThat(orders.shipNext()).contains(TEA);
  }

  @Test
  void shipNext_fromASnapshot_canBeTriedAgain(Emulator emulator) {
    orders.place(TEA);
    orders.place(CAKE);
    Snapshot twoOrders = emulator.snapshot();
    for (int attempt = 0; attempt < 2; attempt++) {
      emulator.restore(twoOrders);
      assertThat(List.of(orders.shipNext().orElseThrow(), orders.shipNext().orElseThrow()))
          .containsExactlyInAnyOrder(TEA, CAKE);
      assertThat(orders.shipNext()).isEmpty();
    }
  }

  @Test
  void shipNext_makesTheCallsThatWePayFor(Emulator emulator) {
    orders.place(TEA);
    orders.shipNext();
    System.out.println("What OrderService does with AWS to ship an order:");
    emulator.calls().forEach(System.out::println);
    assertThat(emulator.calls())
        .extracting("operation")
        .containsExactly("CreateQueue", "SendMessage", "ReceiveMessage", "DeleteMessage");
  }
}
