package io.robotocore.services.dynamodb;

import io.robotocore.service.Members;
import io.robotocore.services.dynamodb.item.Invalid;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ContributorInsightsAction;
import software.amazon.awssdk.services.dynamodb.model.ContributorInsightsStatus;
import software.amazon.awssdk.services.dynamodb.model.ContributorInsightsSummary;
import software.amazon.awssdk.services.dynamodb.model.DescribeContributorInsightsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeContributorInsightsResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeEndpointsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeEndpointsResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeLimitsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeLimitsResponse;
import software.amazon.awssdk.services.dynamodb.model.Endpoint;
import software.amazon.awssdk.services.dynamodb.model.ListContributorInsightsRequest;
import software.amazon.awssdk.services.dynamodb.model.ListContributorInsightsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateContributorInsightsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateContributorInsightsResponse;

/** The operations about contributor insights, limits and endpoints. */
interface Insights extends DynamoDbView {

  long ACCOUNT_UNITS = 80_000;
  long TABLE_UNITS = 40_000;
  long CACHE_MINUTES = 1_440;

  /** A member that older releases of the SDK lack. */
  String MODE = "ContributorInsightsMode";

  @Override
  default UpdateContributorInsightsResponse updateContributorInsights(
      UpdateContributorInsightsRequest in) {
    boolean enable = in.contributorInsightsAction() == ContributorInsightsAction.ENABLE;
    DynamoTable table =
        alter(
            in.tableName(),
            current -> {
              checkIndex(current, in.indexName());
              ContributorInsightsSummary.Builder summary =
                  ContributorInsightsSummary.builder()
                      .tableName(current.name())
                      .indexName(in.indexName())
                      .contributorInsightsStatus(
                          enable
                              ? ContributorInsightsStatus.ENABLED
                              : ContributorInsightsStatus.DISABLED);
              Members.set(summary, MODE, mode(in));
              UnaryOperator<Features> change =
                  features -> features.with(indexKey(in.indexName()), summary.build());
              return current.with(change);
            });
    UpdateContributorInsightsResponse.Builder out =
        UpdateContributorInsightsResponse.builder()
            .tableName(table.name())
            .indexName(in.indexName())
            .contributorInsightsStatus(
                enable ? ContributorInsightsStatus.ENABLING : ContributorInsightsStatus.DISABLING);
    Members.set(out, MODE, mode(in));
    return out.build();
  }

  private static Object mode(UpdateContributorInsightsRequest in) {
    return Members.find(in, MODE).orElse("ACCESSED_AND_THROTTLED_KEYS");
  }

  private static String indexKey(@Nullable String index) {
    return index == null ? "" : index;
  }

  private static void checkIndex(DynamoTable table, @Nullable String index) {
    if (index != null && table.schema().index(index).isEmpty()) {
      throw DynamoDbError.noSuchResource();
    }
  }

  @Override
  default DescribeContributorInsightsResponse describeContributorInsights(
      DescribeContributorInsightsRequest in) {
    DynamoTable table = describedTable(in.tableName());
    checkIndex(table, in.indexName());
    Optional<ContributorInsightsSummary> summary =
        Optional.ofNullable(table.features().insights().get(indexKey(in.indexName())));
    DescribeContributorInsightsResponse.Builder out =
        DescribeContributorInsightsResponse.builder()
            .tableName(table.name())
            .indexName(in.indexName())
            .contributorInsightsStatus(
                summary
                    .map(ContributorInsightsSummary::contributorInsightsStatus)
                    .orElse(ContributorInsightsStatus.DISABLED));
    summary
        .flatMap(found -> Members.find(found, MODE))
        .ifPresent(mode -> Members.set(out, MODE, mode));
    return out.build();
  }

  @Override
  default ListContributorInsightsResponse listContributorInsights(
      ListContributorInsightsRequest in) {
    int limit = Optional.ofNullable(in.maxResults()).filter(max -> max > 0).orElse(100);
    List<ContributorInsightsSummary> all =
        (in.tableName() == null
                ? state().tables().asMap().values()
                : List.of(describedTable(in.tableName())))
            .stream().flatMap(table -> table.features().insights().values().stream()).toList();
    int start = Optional.ofNullable(in.nextToken()).map(Insights::offset).orElse(0);
    int end = Math.min(all.size(), start + limit);
    ListContributorInsightsResponse.Builder out =
        ListContributorInsightsResponse.builder()
            .contributorInsightsSummaries(all.subList(Math.min(start, end), end));
    if (end < all.size()) {
      out.nextToken(Integer.toString(end));
    }
    return out.build();
  }

  private static int offset(String token) {
    try {
      return Math.max(0, Integer.parseInt(token));
    } catch (NumberFormatException e) {
      throw Invalid.because("Invalid NextToken: " + token);
    }
  }

  @Override
  default DescribeLimitsResponse describeLimits(DescribeLimitsRequest in) {
    return DescribeLimitsResponse.builder()
        .accountMaxReadCapacityUnits(ACCOUNT_UNITS)
        .accountMaxWriteCapacityUnits(ACCOUNT_UNITS)
        .tableMaxReadCapacityUnits(TABLE_UNITS)
        .tableMaxWriteCapacityUnits(TABLE_UNITS)
        .build();
  }

  @Override
  default DescribeEndpointsResponse describeEndpoints(DescribeEndpointsRequest in) {
    URI home = call().home();
    return DescribeEndpointsResponse.builder()
        .endpoints(
            List.of(
                Endpoint.builder()
                    .address(home.getAuthority())
                    .cachePeriodInMinutes(CACHE_MINUTES)
                    .build()))
        .build();
  }
}
