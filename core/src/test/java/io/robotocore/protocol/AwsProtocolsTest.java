package io.robotocore.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotocore.model.AwsModels;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ProtocolId;
import io.robotocore.model.Route;
import io.robotocore.model.ServiceModel;
import io.robotocore.model.StructureShape;
import io.robotocore.wire.Body;
import io.robotocore.wire.Headers;
import io.robotocore.wire.HttpRequest;
import io.robotocore.wire.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;

/** The codecs without a server and without SDK classes: documents in, documents out. */
class AwsProtocolsTest {

  private static final AwsModels MODELS = AwsModels.load();
  private static final String FORM = "application/x-www-form-urlencoded";

  @Test
  void json_requestWithEveryKindOfValue_isRead() {
    Object read =
        json(
            "dynamodb",
            "PutItem",
            """
            {"TableName":"t","Unknown":[{"a":1}],"ReturnValues":null,
             "Item":{"s":{"S":"é"},"n":{"N":"1"},"b":{"B":"AQI="},"t":{"BOOL":true},
                     "l":{"L":[{"N":"1"},{"M":{"x":{"NS":["1","2"]}}}]}}}
            """);
    assertThat(read)
        .isEqualTo(
            Map.of(
                "TableName",
                "t",
                "Item",
                Map.of(
                    "s", Map.of("S", "é"),
                    "n", Map.of("N", "1"),
                    "b", Map.of("B", SdkBytes.fromByteArray(new byte[] {1, 2})),
                    "t", Map.of("BOOL", true),
                    "l",
                        Map.of(
                            "L",
                            List.of(
                                Map.of("N", "1"),
                                Map.of("M", Map.of("x", Map.of("NS", List.of("1", "2")))))))));
  }

  @Test
  void json_response_isWrittenWithTimesInSecondsAndBlobsInBase64() {
    OperationModel operation = operation("kms", "GenerateDataKey");
    HttpResponse response =
        AwsJson.V1_1.write(
            operation,
            "id-1",
            new DocumentBinding(operation.output()),
            Map.of("CiphertextBlob", SdkBytes.fromUtf8String("hi"), "KeyId", "k\"\n"));
    assertThat(text(response)).isEqualTo("{\"CiphertextBlob\":\"aGk=\",\"KeyId\":\"k\\\"\\n\"}");
    assertThat(response.headers().first("x-amzn-RequestId")).contains("id-1");
    assertThat(response.headers().first("Content-Type")).contains("application/x-amz-json-1.1");
  }

  @Test
  void json_times_areSecondsWithMillisecondsOnlyIfThereAreAny() {
    StructureShape key =
        (StructureShape) operation("kms", "DescribeKey").output().members().get(0).target();
    String whole = jsonOf(key, Map.of("CreationDate", Instant.ofEpochSecond(1_700_000_000)));
    String fraction = jsonOf(key, Map.of("CreationDate", Instant.ofEpochMilli(1_700_000_000_120L)));
    assertThat(whole).isEqualTo("{\"CreationDate\":1700000000}");
    assertThat(fraction).isEqualTo("{\"CreationDate\":1700000000.12}");
  }

  private static String jsonOf(StructureShape shape, Map<String, Object> value) {
    byte[] bytes =
        JsonWriter.write(Dialect.JSON, json -> json.members(new DocumentBinding(shape), value));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"QueueName\":1}                      | NUMBER_VALUE cannot be converted to String",
        "{\"QueueName\":true}                   | TRUE_VALUE cannot be converted to String",
        "{\"QueueName\":[\"a\"]}                | Start of list found where not expected",
        "{\"QueueName\":{}}                     | Start of structure or map found where not expected",
        "{\"Attributes\":\"a\"}                 | STRING_VALUE cannot be converted to map",
        "[]                                     | Expected an object",
        "{} {}                                  | Unexpected content after the object",
      })
  void json_valueOfTheWrongType_isRefusedInCoralsWords(String body, String message) {
    assertThatThrownBy(() -> json("sqs", "CreateQueue", body))
        .isInstanceOfSatisfying(
            WireException.class,
            e -> {
              assertThat(e.code()).isEqualTo("SerializationException");
              assertThat(e.message()).isEqualTo(message);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"QueueName\"", "nonsense", "{\"QueueName\":\"\\x\"}", "\u0000"})
  void json_textThatIsNoJson_isRefused(String body) {
    assertThatThrownBy(() -> json("sqs", "CreateQueue", body))
        .isInstanceOfSatisfying(
            WireException.class, e -> assertThat(e.code()).isEqualTo("SerializationException"));
  }

  @Test
  void json_nestedDeeperThanAnyValue_isRefused() {
    assertThatThrownBy(() -> json("sqs", "CreateQueue", "{\"x\":" + "[".repeat(100_000)))
        .isInstanceOf(WireException.class);
  }

  @Test
  void json_errorOfAServiceThatSpokeQuery_carriesTheQueryCode() {
    ServiceModel sqs = MODELS.service("sqs").orElseThrow();
    Fault fault =
        new Fault(
            "QueueDoesNotExist",
            "AWS.SimpleQueueService.NonExistentQueue",
            "gone",
            400,
            Optional.empty());
    HttpResponse response = AwsJson.V1_0.write(Optional.of(sqs), "id-1", fault);
    assertThat(response.status()).isEqualTo(400);
    assertThat(text(response))
        .isEqualTo("{\"__type\":\"com.amazonaws.sqs#QueueDoesNotExist\",\"message\":\"gone\"}");
    assertThat(response.headers().first("x-amzn-query-error"))
        .contains("AWS.SimpleQueueService.NonExistentQueue;Sender");
  }

  @Test
  void query_formWithFlattenedListsAndMaps_isRead() {
    Object read =
        query(
            "sqs",
            "SendMessageBatch",
            "QueueUrl=http%3A%2F%2Flocalhost%2F1%2Fq"
                + "&SendMessageBatchRequestEntry.2.Id=b&SendMessageBatchRequestEntry.1.Id=a"
                + "&SendMessageBatchRequestEntry.1.MessageBody=one+two%26"
                + "&SendMessageBatchRequestEntry.1.DelaySeconds=5"
                + "&SendMessageBatchRequestEntry.1.MessageAttribute.1.Name=n"
                + "&SendMessageBatchRequestEntry.1.MessageAttribute.1.Value.DataType=Binary"
                + "&SendMessageBatchRequestEntry.1.MessageAttribute.1.Value.BinaryValue=AQI%3D");
    assertThat(read)
        .isEqualTo(
            Map.of(
                "QueueUrl",
                "http://localhost/1/q",
                "Entries",
                List.of(
                    Map.of(
                        "Id",
                        "a",
                        "MessageBody",
                        "one two&",
                        "DelaySeconds",
                        5,
                        "MessageAttributes",
                        Map.of(
                            "n",
                            Map.of(
                                "DataType",
                                "Binary",
                                "BinaryValue",
                                SdkBytes.fromByteArray(new byte[] {1, 2})))),
                    Map.of("Id", "b"))));
  }

  @Test
  void query_formWithMembers_isRead() {
    assertThat(
            query(
                "sts",
                "AssumeRole",
                "RoleArn=arn&DurationSeconds=900&PolicyArns.member.1.arn=p&Tags.member.1.Key=k"
                    + "&Tags.member.1.Value=&TransitiveTagKeys="))
        .isEqualTo(
            Map.of(
                "RoleArn",
                "arn",
                "DurationSeconds",
                900,
                "PolicyArns",
                List.of(Map.of("arn", "p")),
                "Tags",
                List.of(Map.of("Key", "k", "Value", "")),
                "TransitiveTagKeys",
                List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DurationSeconds=ten",
        "DurationSeconds=99999999999999",
        "DurationSeconds.1=1",
        "Tags=1",
        "Tags.member.x.Key=1",
      })
  void query_valueOfTheWrongType_isRefused(String form) {
    assertThatThrownBy(() -> query("sts", "AssumeRole", form))
        .isInstanceOfSatisfying(
            WireException.class, e -> assertThat(e.code()).isEqualTo("MalformedInput"));
  }

  @Test
  void query_nameNestedDeeperThanAnyShape_isRefused() {
    assertThatThrownBy(() -> query("sts", "AssumeRole", "a." + "b.".repeat(100_000) + "c=1"))
        .isInstanceOf(WireException.class);
  }

  @Test
  void query_response_isXmlInTheServicesNamespace() {
    OperationModel operation = operation("sts", "AssumeRole");
    HttpResponse response =
        AwsQuery.CODEC.write(
            operation,
            "id-1",
            new DocumentBinding(operation.output()),
            Map.of(
                "Credentials",
                Map.of("AccessKeyId", "A<&>", "Expiration", Instant.ofEpochSecond(0)),
                "PackedPolicySize",
                6));
    assertThat(text(response))
        .isEqualTo(
            """
            <?xml version="1.0"?>
            <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>\
            <Credentials><AccessKeyId>A&lt;&amp;&gt;</AccessKeyId>\
            <Expiration>1970-01-01T00:00:00Z</Expiration></Credentials>\
            <PackedPolicySize>6</PackedPolicySize></AssumeRoleResult>\
            <ResponseMetadata><RequestId>id-1</RequestId></ResponseMetadata></AssumeRoleResponse>""");
  }

  @Test
  void query_responseWithFlattenedMap_repeatsIt() {
    OperationModel operation = operation("sqs", "GetQueueAttributes");
    HttpResponse response =
        AwsQuery.CODEC.write(
            operation,
            "id-1",
            new DocumentBinding(operation.output()),
            Map.of("Attributes", Map.of("DelaySeconds", "0")));
    assertThat(text(response))
        .contains("<Attribute><Name>DelaySeconds</Name><Value>0</Value></Attribute>");
  }

  @Test
  void query_error_namesTypeCodeAndMessage() {
    ServiceModel sts = MODELS.service("sts").orElseThrow();
    HttpResponse response =
        AwsQuery.CODEC.write(Optional.of(sts), "id-1", Fault.of("ValidationError", "no", 400));
    assertThat(text(response))
        .contains(
            "<Error><Type>Sender</Type><Code>ValidationError</Code><Message>no</Message></Error>"
                + "<RequestId>id-1</RequestId>");
  }

  private static Object json(String service, String operation, String body) {
    return read(AwsJson.V1_0, operation(service, operation), "application/x-amz-json-1.0", body);
  }

  private static Object query(String service, String operation, String form) {
    return read(AwsQuery.CODEC, operation(service, operation), FORM, form);
  }

  private static Object read(Protocol codec, OperationModel operation, String type, String body) {
    HttpRequest request =
        new HttpRequest("POST", "/", "", Headers.of("Content-Type", type), Body.of(body));
    Route route = new Route(operation, ProtocolId.AWS_QUERY, "/", Map.of(), Optional.empty());
    return codec.read(route, request, new DocumentBinding(operation.input()));
  }

  private static OperationModel operation(String service, String name) {
    return MODELS.service(service).orElseThrow().operation(name).orElseThrow();
  }

  private static String text(HttpResponse response) {
    return new String(response.body().bytes(), StandardCharsets.UTF_8);
  }
}
