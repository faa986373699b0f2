package io.robotocore.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.robotocore.CallObserver;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

final class Law12Test {

  @Test
  void run_skippedTest_fails() {
    assertThatThrownBy(running(SkippedMethod.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("SkippedMethod.test was skipped: later");
  }

  @Test
  void run_skippedClass_fails() {
    assertThatThrownBy(running(SkippedClass.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("SkippedClass was skipped: later");
  }

  @Test
  void run_abortedTest_fails() {
    assertThatThrownBy(running(Aborted.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Aborted.test was aborted: Assumption failed: on Mars");
  }

  @Test
  void run_testWithoutAssertion_fails() {
    assertThatThrownBy(running(Silent.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Silent.test passed without an assertion");
  }

  @Test
  void run_assertionsThatAreReached_passes() {
    assertThatCode(running(Asserting.class)).doesNotThrowAnyException();
  }

  @Test
  void run_serviceTestWithoutCall_fails() {
    Law12 law = new Law12(true, () -> 7);

    assertThatThrownBy(() -> run(law, Asserting.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Asserting.directly passed without a call to an emulator");
  }

  @Test
  void run_serviceTestWithCall_passes() {
    LongSupplier oneMoreEachTime = new AtomicLong()::incrementAndGet;

    assertThatCode(() -> run(new Law12(true, oneMoreEachTime), Asserting.class))
        .doesNotThrowAnyException();
  }

  @Test
  void callCount_callObserved_increases() {
    long before = CallCount.now();

    ServiceLoader.load(CallObserver.class)
        .forEach(observer -> observer.called("sqs", "SendMessage"));

    assertThat(CallCount.now()).isGreaterThan(before);
  }

  private static ThrowingCallable running(Class<?> fixture) {
    return () -> run(new Law12(false, () -> 0), fixture);
  }

  private static void run(Law12 law, Class<?> fixture) {
    LauncherConfig config =
        LauncherConfig.builder()
            .enableLauncherSessionListenerAutoRegistration(false)
            .addLauncherSessionListeners(law)
            .build();
    try (LauncherSession session = LauncherFactory.openSession(config)) {
      session
          .getLauncher()
          .execute(
              LauncherDiscoveryRequestBuilder.request().selectors(selectClass(fixture)).build());
    }
  }

  static final class SkippedMethod {
    @Test
    @Disabled("later")
    void test() {}
  }

  @Disabled("later")
  static final class SkippedClass {
    @Test
    void test() {}
  }

  static final class Aborted {
    @Test
    void test() {
      assumeTrue(false, "on Mars");
    }
  }

  static final class Silent {
    @BeforeEach
    void assertsInVain() {
      assertThat(1).isPositive();
    }

    @Test
    void test() {
      fine(1);
    }

    private static void fine(int i) {
      if (i > 1) {
        fine(i - 1);
      }
    }
  }

  abstract static class Inherited {
    static void inherited() {
      assertThat(1).isPositive();
    }
  }

  static final class Asserting extends Inherited {
    @Test
    void directly() {
      assertThat(1).isPositive();
    }

    @Test
    void throughMethod() {
      one();
    }

    @Test
    void throughLambda() {
      Stream.of(1).forEach(i -> assertThat(i).isPositive());
    }

    @Test
    void throughMethodReference() {
      Stream.of(1).forEach(Asserting::positive);
    }

    @Test
    void throughSuperclass() {
      inherited();
    }

    @TestFactory
    Stream<DynamicTest> throughFactory() {
      return Stream.of(DynamicTest.dynamicTest("one", this::one));
    }

    private void one() {
      assertThat(1).isPositive();
    }

    private static void positive(int i) {
      assertThat(i).isPositive();
    }
  }
}
