package io.robotocore.service;

import java.util.Collection;
import java.util.Map;

/**
 * The things of a service that have ARNs and tags, for those who look at the tags of all services.
 * A view that implements this takes part in the Resource Groups Tagging API.
 */
public interface Tagged {

  /** The tags of the things of the caller's account and region that have any, by ARN. */
  Map<String, Map<String, String>> tagsByArn();

  /**
   * Adds tags to a thing of the caller's account and region.
   *
   * @param tags the values by key
   * @return whether there is something with this ARN
   * @throws software.amazon.awssdk.awscore.exception.AwsServiceException if these can be no tags,
   *     as the service's own operation would say
   */
  boolean addTags(String arn, Map<String, String> tags);

  /**
   * Takes tags off a thing of the caller's account and region.
   *
   * @return whether there is something with this ARN
   */
  boolean removeTags(String arn, Collection<String> keys);
}
