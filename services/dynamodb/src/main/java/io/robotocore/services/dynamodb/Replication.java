package io.robotocore.services.dynamodb;

import io.robotocore.service.Call;
import io.robotocore.service.Principal;
import io.robotocore.services.dynamodb.item.Attributes;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReplicaDescription;

/**
 * Copies items between the replicas of a global table: after each write, what is there now.
 *
 * @param call the call that has written
 */
record Replication(Call call) {

  private static final String SERVICE = "replication.dynamodb";
  private static final int ATTEMPTS = 100;

  /** Whether a call comes from another replica, which has told all the others itself. */
  static boolean isReplicating(Call call) {
    return call.principal().arn().equals(SERVICE + ".amazonaws.com");
  }

  /** DynamoDB of another region, as this service uses it. */
  DynamoDbClient in(String region) {
    return call.as(Principal.service(SERVICE, call.account()))
        .in(region)
        .client(DynamoDbClient.class);
  }

  /** Brings what was written to the other replicas. */
  void bring(List<Written> written) {
    for (Written one : written) {
      Map<String, AttributeValue> key = Attributes.write(one.keyAttributes());
      for (ReplicaDescription replica : one.table().description().replicas()) {
        call.deliver(() -> copy(one.table().name(), key, replica.regionName()));
      }
    }
  }

  /** Copies an item until it does not change meanwhile: so the last write is the one that stays. */
  private void copy(String table, Map<String, AttributeValue> key, String region) {
    DynamoDbClient here = in(call.region());
    DynamoDbClient there = in(region);
    GetItemResponse item = here.getItem(get -> get.tableName(table).key(key));
    for (int i = 0; i < ATTEMPTS; i++) {
      GetItemResponse copied = item;
      if (copied.hasItem()) {
        there.putItem(put -> put.tableName(table).item(copied.item()));
      } else {
        there.deleteItem(delete -> delete.tableName(table).key(key));
      }
      item = here.getItem(get -> get.tableName(table).key(key));
      if (item.item().equals(copied.item())) {
        return;
      }
    }
  }
}
