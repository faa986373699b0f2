package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;

/** Delivery streams where the emulator's S3 is not on the class path. */
@AwsEmulator
final class FirehoseWithoutS3Test {

  @Test
  void records_thatCannotBeDelivered_areTakenAllTheSame(Emulator emulator) {
    emulator.clock().freeze();
    Catalogue firehose = new Catalogue(emulator, "firehose");
    firehose.ok(
        "CreateDeliveryStream",
        Map.of(
            "DeliveryStreamName",
            "clicks",
            "S3DestinationConfiguration",
            Map.of(
                "RoleARN", "arn:aws:iam::111111111111:role/firehose",
                "BucketARN", "arn:aws:s3:::lake")));
    Map<String, Object> put =
        Map.of(
            "DeliveryStreamName",
            "clicks",
            "Record",
            Map.of("Data", SdkBytes.fromUtf8String("one")));
    for (int i = 0; i < 2; i++) {
      assertThat(String.valueOf(firehose.ok("PutRecord", put).get("RecordId"))).hasSize(224);
      emulator.clock().advance(Duration.ofHours(25));
    }
  }
}
