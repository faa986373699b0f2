package io.robotocore.benchmarks;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectStorageClass;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What the codecs read and write: an item of 20 attributes, and a list of a thousand keys. */
final class Messages {

  private static final int ATTRIBUTES = 20;
  private static final int KEYS = 1_000;

  private Messages() {}

  static PutItemRequest putItem() {
    return PutItemRequest.builder()
        .tableName("orders")
        .item(item())
        .returnValues(ReturnValue.ALL_OLD)
        .build();
  }

  static PutItemResponse putItemAnswer() {
    return PutItemResponse.builder().attributes(item()).build();
  }

  private static Map<String, AttributeValue> item() {
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    for (int i = 0; i < ATTRIBUTES; i++) {
      item.put("attribute" + i, attribute(i));
    }
    return item;
  }

  /** Mostly texts and numbers, as items are. */
  private static AttributeValue attribute(int i) {
    return switch (i) {
      case 17 -> AttributeValue.fromBool(true);
      case 18 -> AttributeValue.fromB(SdkBytes.fromUtf8String("sixteen bytes..."));
      case 19 -> AttributeValue.fromSs(List.of("red", "green", "blue"));
      default ->
          i % 3 == 0 ? AttributeValue.fromN("1234." + i) : AttributeValue.fromS("some text, " + i);
    };
  }

  static ListObjectsV2Response listObjects() {
    return ListObjectsV2Response.builder()
        .name("bucket")
        .prefix("")
        .keyCount(KEYS)
        .maxKeys(KEYS)
        .isTruncated(false)
        .contents(IntStream.range(0, KEYS).mapToObj(Messages::object).toList())
        .build();
  }

  private static S3Object object(int i) {
    return S3Object.builder()
        .key("folder/of/some/depth/object-" + i + ".json")
        .eTag("\"d41d8cd98f00b204e9800998ecf8427e\"")
        .size(1_000L + i)
        .lastModified(Instant.ofEpochMilli(1_769_860_800_123L + i * 1_000L))
        .storageClass(ObjectStorageClass.STANDARD)
        .build();
  }
}
