package io.robotocore.service;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which AWS service a {@link ServiceProvider} provides, in words rather than classes: so a
 * service can be chosen without loading the SDK's classes of all the others.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AwsService {

  /** The id of the service's model: {@code "sqs"}. */
  String id();

  /** The full name of the SDK client interface that the service speaks. */
  String client();

  /**
   * The SDK module, of group {@code software.amazon.awssdk}, that has this interface: {@code
   * "sqs"}.
   */
  String module();
}
