package io.robotocore.service;

import io.robotocore.model.ServiceModel;

/**
 * Found by {@link java.util.ServiceLoader}: serves what no service module serves, from its model.
 */
public interface DocumentServices {

  /** The service that a model describes; called when the first request for it arrives. */
  DocumentService service(ServiceModel model);
}
