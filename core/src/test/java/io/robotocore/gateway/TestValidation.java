package io.robotocore.gateway;

import io.robotocore.model.ServiceModel;
import io.robotocore.protocol.Binding;
import io.robotocore.service.Constraints;

/** The checks that stand in front of services. */
public final class TestValidation {

  private TestValidation() {}

  /** Checks an input against everything that the model says of it. */
  public static void check(ServiceModel service, Binding binding, Object input) {
    new Validation().check(Constraints.ALL, service, binding, input);
  }
}
