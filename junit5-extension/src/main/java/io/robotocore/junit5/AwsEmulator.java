package io.robotocore.junit5;

import io.robotocore.Signatures;
import io.robotocore.Transport;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class an AWS of its own.
 *
 * <p>The emulator starts before {@code @BeforeAll} and ends after the class; {@code @Nested}
 * classes share it. The state when the first test is about to run, which is what {@code @BeforeAll}
 * has left, is the baseline from which every test starts.
 *
 * <p>Injected into parameters of constructors, lifecycle and test methods, and into fields that are
 * not set: every synchronous or asynchronous client interface of the AWS SDK for Java 2, {@link
 * io.robotocore.Emulator}, and {@code java.net.URI} with {@link Endpoint}. {@link Account} and
 * {@link Region} say for which account and region a client is.
 *
 * <pre>{@code
 * @AwsEmulator
 * class OrdersTest {
 *   @Test
 *   void order_paid_isQueued(SqsClient sqs) { … }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(AwsEmulatorExtension.class)
public @interface AwsEmulator {

  /** The account of clients without {@link Account}: twelve digits. */
  String account() default "123456789012";

  /** The region of clients without {@link Region}. */
  String region() default "us-east-1";

  /**
   * The seed of ids, keys and tokens: the same calls then give the same answers. Without one they
   * differ from run to run.
   */
  long[] seed() default {};

  /** When the state goes back to the baseline. */
  Reset reset() default Reset.BEFORE_EACH;

  /** How injected clients reach the emulator. */
  Transport transport() default Transport.HTTP;

  /**
   * Whether the signatures of requests are verified. The expiry of presigned URLs is always looked
   * at.
   */
  Signatures signatures() default Signatures.IGNORE;

  /**
   * Whether operations are refused, with 501, whose answers would be well formed but without
   * meaning, because the emulator knows nothing of the service but its API model.
   */
  boolean strict() default false;

  /**
   * How long, by the emulator's clock, resources are in transition, CREATING or DELETING, as an
   * ISO-8601 duration: {@code "PT30S"} is half a minute. They get there at once unless this says
   * otherwise.
   */
  String transitionTime() default "PT0S";

  /**
   * Whether SDK clients that the code under test builds for itself, without an endpoint, are led to
   * the emulator while the class runs, by the SDK's system properties ({@code aws.endpointUrl},
   * {@code aws.region}, {@code aws.accessKeyId}, {@code aws.secretAccessKey}). They are the JVM's,
   * so only one class at a time can have it so.
   */
  boolean systemProperties() default false;
}
