package io.robotocore.services.dynamodb;

import java.util.Optional;
import org.pcollections.TreePMap;
import software.amazon.awssdk.services.dynamodb.model.ContributorInsightsSummary;
import software.amazon.awssdk.services.dynamodb.model.KinesisDataStreamDestination;
import software.amazon.awssdk.services.dynamodb.model.TableAutoScalingDescription;

/**
 * What has been set up for a table besides its keys and indexes.
 *
 * @param tags its tags
 * @param policy its resource policy
 * @param recovery the past to which it can be restored
 * @param destinations the Kinesis data streams that get its changes, by ARN
 * @param insights its contributor insights, by index; the table's own by the empty name
 * @param scaling its auto scaling
 */
record Features(
    TreePMap<String, String> tags,
    TreePMap<String, Policy> policy,
    Optional<Recovery> recovery,
    TreePMap<String, KinesisDataStreamDestination> destinations,
    TreePMap<String, ContributorInsightsSummary> insights,
    Optional<TableAutoScalingDescription> scaling) {

  static final Features NONE =
      new Features(
          TreePMap.empty(),
          TreePMap.empty(),
          Optional.empty(),
          TreePMap.empty(),
          TreePMap.empty(),
          Optional.empty());

  /** A resource policy and which revision of it this is. */
  record Policy(String text, String revision) {}

  Features with(TreePMap<String, String> otherTags) {
    return new Features(otherTags, policy, recovery, destinations, insights, scaling);
  }

  /** These with other policies, by the ARN of the table or stream. */
  Features withPolicies(TreePMap<String, Policy> other) {
    return new Features(tags, other, recovery, destinations, insights, scaling);
  }

  Features with(Optional<Recovery> other) {
    return new Features(tags, policy, other, destinations, insights, scaling);
  }

  Features with(KinesisDataStreamDestination destination) {
    return new Features(
        tags,
        policy,
        recovery,
        destinations.plus(destination.streamArn(), destination),
        insights,
        scaling);
  }

  Features with(String index, ContributorInsightsSummary summary) {
    return new Features(
        tags, policy, recovery, destinations, insights.plus(index, summary), scaling);
  }

  Features with(TableAutoScalingDescription other) {
    return new Features(tags, policy, recovery, destinations, insights, Optional.of(other));
  }
}
