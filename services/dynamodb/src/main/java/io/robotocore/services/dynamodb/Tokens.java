package io.robotocore.services.dynamodb;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;

/** The tokens of transactions of the last ten minutes, so that none is made twice. */
final class Tokens {

  private static final Duration LIFE = Duration.ofMinutes(10);

  private Tokens() {}

  /** A transaction that was made: when, and its actions. */
  record Done(Instant at, List<SdkPojo> actions) {}

  /**
   * Whether a transaction was made before; from now on it was.
   *
   * @throws IdempotentParameterMismatchException if it was another one
   */
  static boolean isDone(DynamoDbView view, String token, List<? extends SdkPojo> actions) {
    forgetOld(view);
    Optional<Done> before = view.state().tokens().get(token);
    if (before.isEmpty()) {
      Instant now = view.now();
      view.state().tokens().put(token, new Done(now, List.copyOf(actions)));
      view.state().tokenTimes().put(time(now, token), token);
      return false;
    }
    if (!before.get().actions().equals(actions)) {
      throw DynamoDbError.with(
              IdempotentParameterMismatchException.builder(),
              "The request uses the same client token as a previous, but non-identical request")
          .build();
    }
    return true;
  }

  private static String time(Instant at, String token) {
    return "%020d %s".formatted(at.toEpochMilli(), token);
  }

  private static void forgetOld(DynamoDbView view) {
    String horizon = time(view.now().minus(LIFE), "");
    while (view.state().tokenTimes().size() > 0) {
      String first = view.state().tokenTimes().asMap().firstKey();
      if (first.compareTo(horizon) > 0) {
        return;
      }
      view.state().tokenTimes().remove(first).ifPresent(view.state().tokens()::remove);
    }
  }
}
