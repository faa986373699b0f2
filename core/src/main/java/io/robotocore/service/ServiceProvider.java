package io.robotocore.service;

/**
 * Found by {@link java.util.ServiceLoader}: how a service module offers its service. Annotated with
 * {@link AwsService}.
 */
public interface ServiceProvider {

  /** The service; called when the first request for it arrives. */
  Service<?, ?> service();
}
