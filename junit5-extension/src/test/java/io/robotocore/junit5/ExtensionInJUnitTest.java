package io.robotocore.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.robotocore.Emulator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The extension as JUnit runs it: whole classes, in parallel, with failures. */
@AwsEmulator
class ExtensionInJUnitTest {

  private static final Set<URI> ENDPOINTS = ConcurrentHashMap.newKeySet();

  @Test
  void classesAndMethods_inParallel_haveAnEmulatorPerClassAndABaselinePerTest(Emulator emulator) {
    DiscoverySelector[] eight =
        List.of(A.class, B.class, C.class, D.class, E.class, F.class, G.class, H.class).stream()
            .map(type -> selectClass(type))
            .toArray(DiscoverySelector[]::new);
    ENDPOINTS.clear();
    EngineExecutionResults results =
        EngineTestKit.engine("junit-jupiter")
            .selectors(eight)
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
            .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
            .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
            .configurationParameter(
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "8")
            .execute();
    assertThat(results.testEvents().succeeded().count()).isEqualTo(80);
    assertThat(ENDPOINTS).hasSize(8).doesNotContain(emulator.endpoint());
  }

  @Test
  void nestedClasses_inParallel_startFromTheirOwnBaselines(SqsClient sqs) {
    assertThat(sqs.listQueues().queueUrls()).isEmpty();
    EngineExecutionResults results =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(Outer.class))
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
            .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
            .execute();
    assertThat(results.testEvents().succeeded().count()).isEqualTo(30);
  }

  @Test
  void test_thatFails_hasItsCallsPrinted(SqsClient sqs) {
    sqs.createQueue(queue -> queue.queueName("of another emulator"));
    String printed = printedBy(Failing.class);
    assertThat(printed)
        .contains("AWS calls of this test: 1")
        .contains("sqs CreateQueue (123456789012, us-east-1)")
        .contains("QueueName=doomed")
        .doesNotContain("of another emulator");
  }

  @Test
  void parameter_ofAnotherExtension_isLeftAlone() {
    assertThat(run(Foreign.class).testEvents().succeeded().count()).isEqualTo(1);
  }

  @Test
  void service_thatIsNotThere_isRefusedInWords() {
    run(Missing.class)
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                finishedWithFailure(
                    message(
                        text -> text.contains("does not implement GetCallerIdentity of STS")))));
  }

  @Test
  void account_thatIsNone_isRefusedInWords() {
    run(WrongAccount.class)
        .containerEvents()
        .assertThatEvents()
        .haveExactly(
            1, event(finishedWithFailure(message("an AWS account has twelve digits, not \"12\""))));
  }

  @Test
  void clientOfTheCodeUnderTest_withSystemProperties_reachesTheEmulator() {
    assertThat(run(OwnClient.class).testEvents().succeeded().count()).isEqualTo(1);
    assertThat(System.getProperty("aws.endpointUrl")).isNull();
  }

  private static EngineExecutionResults run(Class<?> testClass) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(testClass)).execute();
  }

  private static String printedBy(Class<?> testClass) {
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      assertThat(run(testClass).testEvents().failed().count()).isEqualTo(1);
    } finally {
      System.setErr(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  @AwsEmulator
  static class Concurrent {

    @BeforeEach
    void remembers(@Endpoint URI endpoint) {
      ENDPOINTS.add(endpoint);
    }

    @RepeatedTest(10)
    void writes(SqsClient sqs) {
      assertThat(sqs.listQueues().queueUrls()).isEmpty();
      IntStream.range(0, 5).forEach(i -> sqs.createQueue(queue -> queue.queueName("q" + i)));
      assertThat(sqs.listQueues().queueUrls()).hasSize(5);
    }
  }

  @AwsEmulator
  static class Outer {

    @BeforeAll
    static void outer(SqsClient sqs) {
      sqs.createQueue(queue -> queue.queueName("outer"));
    }

    @RepeatedTest(10)
    void writes(SqsClient sqs) {
      writesAfter(sqs, 1);
    }

    @Nested
    class One {
      @BeforeAll
      static void adds(SqsClient sqs) {
        sqs.createQueue(queue -> queue.queueName("one"));
      }

      @RepeatedTest(10)
      void writes(SqsClient sqs) {
        writesAfter(sqs, 2);
      }
    }

    @Nested
    class Two {
      @RepeatedTest(10)
      void writes(SqsClient sqs) {
        writesAfter(sqs, 1);
      }
    }

    private static void writesAfter(SqsClient sqs, int found) {
      assertThat(sqs.listQueues().queueUrls()).hasSize(found);
      sqs.createQueue(queue -> queue.queueName("written"));
      assertThat(sqs.listQueues().queueUrls()).hasSize(found + 1);
    }
  }

  static class A extends Concurrent {}

  static class B extends Concurrent {}

  static class C extends Concurrent {}

  static class D extends Concurrent {}

  static class E extends Concurrent {}

  static class F extends Concurrent {}

  static class G extends Concurrent {}

  static class H extends Concurrent {}

  @AwsEmulator
  static class Failing {
    @Test
    void fails(SqsClient sqs) {
      sqs.createQueue(queue -> queue.queueName("doomed"));
      throw new AssertionError("as it is meant to");
    }
  }

  @AwsEmulator
  static class Missing {
    @Test
    void asks(StsClient sts) {
      assertThat(sts.getCallerIdentity().account()).isNotNull();
    }
  }

  @AwsEmulator(account = "12")
  static class WrongAccount {
    @Test
    void neverRuns(SqsClient sqs) {
      assertThat(sqs.listQueues().queueUrls()).isEmpty();
    }
  }

  @AwsEmulator(systemProperties = true)
  static class OwnClient {
    @Test
    void builds() {
      try (SqsClient own = SqsClient.create()) {
        assertThat(own.createQueue(queue -> queue.queueName("q")).queueUrl())
            .isEqualTo("http://us-east-1/123456789012/q");
      }
    }
  }

  @AwsEmulator
  @ExtendWith(Other.class)
  static class Foreign {
    @Test
    void gets(@Other.Fake SqsClient fake, SqsClient real) {
      assertThat(fake.serviceName()).isEqualTo("fake");
      assertThat(real.listQueues().queueUrls()).isEmpty();
    }
  }

  /** Another extension, with an annotation of its own. */
  static final class Other implements ParameterResolver {

    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    @interface Fake {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.isAnnotated(Fake.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return new SqsClient() {
        @Override
        public String serviceName() {
          return "fake";
        }

        @Override
        public void close() {
          // Nothing to close.
        }
      };
    }
  }
}
