package io.robotocore.services.modeled;

import io.robotocore.model.ServiceModel;
import io.robotocore.service.DocumentService;
import io.robotocore.service.DocumentServices;

/** Offers every service that has a model. */
public final class ModeledProvider implements DocumentServices {

  @Override
  public DocumentService service(ServiceModel model) {
    return new Modeled(Design.of(model));
  }
}
