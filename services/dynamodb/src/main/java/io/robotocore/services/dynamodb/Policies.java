package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.Features.Policy;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DeleteResourcePolicyRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteResourcePolicyResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetResourcePolicyRequest;
import software.amazon.awssdk.services.dynamodb.model.GetResourcePolicyResponse;
import software.amazon.awssdk.services.dynamodb.model.PolicyNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.PutResourcePolicyRequest;
import software.amazon.awssdk.services.dynamodb.model.PutResourcePolicyResponse;

/** The operations on the policies of tables and streams, which are kept and not enforced. */
interface Policies extends DynamoDbView {

  String NO_POLICY = "NO_POLICY";

  @Override
  default PutResourcePolicyResponse putResourcePolicy(PutResourcePolicyRequest in) {
    Policy policy = new Policy(in.policy(), Long.toString(call().random().number(1L << 53)));
    alter(
        in.resourceArn(),
        table -> {
          checkRevision(table, in.resourceArn(), in.expectedRevisionId());
          UnaryOperator<Features> change =
              features -> features.withPolicies(features.policy().plus(in.resourceArn(), policy));
          return table.with(change);
        });
    return PutResourcePolicyResponse.builder().revisionId(policy.revision()).build();
  }

  private static Optional<Policy> find(DynamoTable table, String arn) {
    return Optional.ofNullable(table.features().policy().get(arn));
  }

  private static void checkRevision(DynamoTable table, String arn, @Nullable String expected) {
    if (expected != null
        && !find(table, arn).map(Policy::revision).orElse(NO_POLICY).equals(expected)) {
      throw notFound(
          "The resource-based policy for the provided ResourceArn does not have the expected revision id "
              + expected);
    }
  }

  private static DynamoDbException notFound(String message) {
    return (DynamoDbException)
        DynamoDbError.with(PolicyNotFoundException.builder(), message).build();
  }

  private static DynamoDbException noPolicy(String arn) {
    return notFound("Resource-based policy not found for the provided ResourceArn: " + arn);
  }

  @Override
  default GetResourcePolicyResponse getResourcePolicy(GetResourcePolicyRequest in) {
    Policy policy =
        find(describedTable(in.resourceArn()), in.resourceArn())
            .orElseThrow(() -> noPolicy(in.resourceArn()));
    return GetResourcePolicyResponse.builder()
        .policy(policy.text())
        .revisionId(policy.revision())
        .build();
  }

  @Override
  default DeleteResourcePolicyResponse deleteResourcePolicy(DeleteResourcePolicyRequest in) {
    Optional<Policy> old = find(describedTable(in.resourceArn()), in.resourceArn());
    alter(
        in.resourceArn(),
        table -> {
          checkRevision(table, in.resourceArn(), in.expectedRevisionId());
          UnaryOperator<Features> change =
              features -> features.withPolicies(features.policy().minus(in.resourceArn()));
          return table.with(change);
        });
    return DeleteResourcePolicyResponse.builder()
        .revisionId(old.map(Policy::revision).orElse(null))
        .build();
  }
}
