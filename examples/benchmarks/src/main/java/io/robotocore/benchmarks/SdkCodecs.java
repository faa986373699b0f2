package io.robotocore.benchmarks;

import java.io.ByteArrayInputStream;
import java.net.URI;
import software.amazon.awssdk.awscore.client.config.AwsClientOption;
import software.amazon.awssdk.core.ClientEndpointProvider;
import software.amazon.awssdk.core.client.config.SdkClientConfiguration;
import software.amazon.awssdk.core.client.config.SdkClientOption;
import software.amazon.awssdk.core.http.HttpResponseHandler;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.protocols.json.AwsJsonProtocol;
import software.amazon.awssdk.protocols.json.AwsJsonProtocolFactory;
import software.amazon.awssdk.protocols.json.JsonOperationMetadata;
import software.amazon.awssdk.protocols.xml.AwsS3ProtocolFactory;
import software.amazon.awssdk.protocols.xml.XmlOperationMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.transform.PutItemRequestMarshaller;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The SDK's side of the same operations: what its clients use to write requests and read responses.
 */
final class SdkCodecs {

  private static final SdkClientConfiguration CONFIGURATION =
      SdkClientConfiguration.builder()
          .option(AwsClientOption.AWS_REGION, Region.US_EAST_1)
          .option(
              SdkClientOption.CLIENT_ENDPOINT_PROVIDER,
              ClientEndpointProvider.forEndpointOverride(URI.create("http://localhost")))
          .build();

  private final AwsJsonProtocolFactory json =
      AwsJsonProtocolFactory.builder()
          .clientConfiguration(CONFIGURATION)
          .defaultServiceExceptionSupplier(DynamoDbException::builder)
          .protocol(AwsJsonProtocol.AWS_JSON)
          .protocolVersion("1.0")
          .build();
  private final AwsS3ProtocolFactory xml =
      AwsS3ProtocolFactory.builder()
          .clientConfiguration(CONFIGURATION)
          .defaultServiceExceptionSupplier(S3Exception::builder)
          .build();
  private final PutItemRequestMarshaller putItem = new PutItemRequestMarshaller(json);
  private final HttpResponseHandler<PutItemResponse> putItemResponse =
      json.createResponseHandler(
          JsonOperationMetadata.builder()
              .hasStreamingSuccessResponse(false)
              .isPayloadJson(true)
              .build(),
          PutItemResponse::builder);
  private final HttpResponseHandler<ListObjectsV2Response> listObjectsResponse =
      xml.createResponseHandler(ListObjectsV2Response::builder, new XmlOperationMetadata());

  byte[] writePutItem(PutItemRequest request) throws Exception {
    return putItem
        .marshall(request)
        .contentStreamProvider()
        .orElseThrow()
        .newStream()
        .readAllBytes();
  }

  PutItemResponse readPutItem(byte[] body) throws Exception {
    return putItemResponse.handle(response(body), new ExecutionAttributes());
  }

  ListObjectsV2Response readListObjects(byte[] body) throws Exception {
    return listObjectsResponse.handle(response(body), new ExecutionAttributes());
  }

  private static SdkHttpFullResponse response(byte[] body) {
    return SdkHttpFullResponse.builder()
        .statusCode(200)
        .content(AbortableInputStream.create(new ByteArrayInputStream(body)))
        .build();
  }
}
