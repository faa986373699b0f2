package io.robotocore.services.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.junit5.AwsEmulator;
import io.robotocore.junit5.Endpoint;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import software.amazon.awssdk.services.sqs.SqsClient;

/** SQS as clients of before November 2023 speak to it. */
@AwsEmulator
final class QueryProtocolTest {

  private static final String SIGNATURE =
      "AWS4-HMAC-SHA256 Credential=test/20260301/us-east-1/sqs/aws4_request,"
          + " SignedHeaders=host, Signature=0";

  private final SqsClient sqs;
  private final URI endpoint;
  private final HttpClient http = HttpClient.newHttpClient();
  private String url = "";

  QueryProtocolTest(SqsClient sqs, @Endpoint URI endpoint) {
    this.sqs = sqs;
    this.endpoint = endpoint;
  }

  @BeforeEach
  void createQueue() {
    url = sqs.createQueue(in -> in.queueName("orders")).queueUrl();
  }

  private HttpResponse<String> post(URI to, String form) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(to)
            .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
            .header("Authorization", SIGNATURE)
            .POST(BodyPublishers.ofString(form + "&Version=2012-11-05"))
            .build(),
        BodyHandlers.ofString());
  }

  private static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String at(String path, HttpResponse<String> response) throws Exception {
    Document xml =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(response.body())));
    XPath xpath = XPathFactory.newInstance().newXPath();
    return xpath.evaluate(path, xml);
  }

  @Test
  void createQueue_withAttributesAndTags_hasThem() throws Exception {
    HttpResponse<String> created =
        post(
            endpoint,
            "Action=CreateQueue&QueueName=tagged&Attribute.1.Name=DelaySeconds&Attribute.1.Value=7"
                + "&Tag.1.Key=team&Tag.1.Value=shop");

    assertThat(created.statusCode()).isEqualTo(200);
    String tagged = at("/CreateQueueResponse/CreateQueueResult/QueueUrl", created);
    assertThat(tagged).isEqualTo(endpoint + "/123456789012/tagged");
    assertThat(sqs.listQueueTags(in -> in.queueUrl(tagged)).tags()).containsEntry("team", "shop");
    HttpResponse<String> attributes =
        post(
            endpoint,
            form(
                Map.of(
                    "Action",
                    "GetQueueAttributes",
                    "QueueUrl",
                    tagged,
                    "AttributeName.1",
                    "DelaySeconds")));
    assertThat(
            at(
                "/GetQueueAttributesResponse/GetQueueAttributesResult/Attribute[Name='DelaySeconds']"
                    + "/Value",
                attributes))
        .isEqualTo("7");
  }

  @Test
  void sendMessage_withAttribute_canBeReceivedAndDeleted() throws Exception {
    HttpResponse<String> sent =
        post(
            endpoint,
            form(
                Map.of(
                    "Action", "SendMessage",
                    "QueueUrl", url,
                    "MessageBody", "a < b & c",
                    "MessageAttribute.1.Name", "Hello",
                    "MessageAttribute.1.Value.DataType", "String",
                    "MessageAttribute.1.Value.StringValue", "World")));
    assertThat(at("//SendMessageResult/MD5OfMessageAttributes", sent))
        .isEqualTo("7db7fb1ba7f41366a8ea5eb18220b26d");

    HttpResponse<String> received =
        post(
            endpoint,
            form(
                Map.of(
                    "Action", "ReceiveMessage",
                    "QueueUrl", url,
                    "AttributeName.1", "All",
                    "MessageAttributeName.1", "All")));
    assertThat(at("//ReceiveMessageResult/Message/Body", received)).isEqualTo("a < b & c");
    assertThat(at("//Message/MessageId", received)).isEqualTo(at("//MessageId", sent));
    assertThat(at("//Message/Attribute[Name='ApproximateReceiveCount']/Value", received))
        .isEqualTo("1");
    assertThat(at("//Message/MessageAttribute[Name='Hello']/Value/StringValue", received))
        .isEqualTo("World");
    HttpResponse<String> deleted =
        post(
            endpoint,
            form(
                Map.of(
                    "Action",
                    "DeleteMessage",
                    "QueueUrl",
                    url,
                    "ReceiptHandle",
                    at("//Message/ReceiptHandle", received))));
    assertThat(deleted.statusCode()).isEqualTo(200);
    assertThat(at("/DeleteMessageResponse/ResponseMetadata/RequestId", deleted)).isNotEmpty();
  }

  @Test
  void sendMessageBatch_someWrong_listsBoth() throws Exception {
    HttpResponse<String> sent =
        post(
            endpoint,
            form(
                Map.of(
                    "Action", "SendMessageBatch",
                    "QueueUrl", url,
                    "SendMessageBatchRequestEntry.1.Id", "good",
                    "SendMessageBatchRequestEntry.1.MessageBody", "fine",
                    "SendMessageBatchRequestEntry.2.Id", "bad",
                    "SendMessageBatchRequestEntry.2.MessageBody", "late",
                    "SendMessageBatchRequestEntry.2.DelaySeconds", "901")));

    assertThat(at("//SendMessageBatchResult/SendMessageBatchResultEntry/Id", sent))
        .isEqualTo("good");
    assertThat(at("//SendMessageBatchResult/BatchResultErrorEntry/Id", sent)).isEqualTo("bad");
    assertThat(at("//BatchResultErrorEntry/Code", sent)).isEqualTo("InvalidParameterValue");
    assertThat(at("//BatchResultErrorEntry/SenderFault", sent)).isEqualTo("true");
  }

  @Test
  void anyAction_missingQueue_isRefusedInXml() throws Exception {
    HttpResponse<String> refused =
        post(endpoint, "Action=ReceiveMessage&QueueUrl=" + endpoint + "/123456789012/none");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(at("/ErrorResponse/Error/Code", refused))
        .isEqualTo("AWS.SimpleQueueService.NonExistentQueue");
    assertThat(at("/ErrorResponse/Error/Type", refused)).isEqualTo("Sender");
    assertThat(at("/ErrorResponse/RequestId", refused)).isNotEmpty();
  }

  @Test
  void purgeQueue_twice_isForbidden() throws Exception {
    String purge = form(Map.of("Action", "PurgeQueue", "QueueUrl", url));
    assertThat(post(endpoint, purge).statusCode()).isEqualTo(200);
    HttpResponse<String> refused = post(endpoint, purge);

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(at("/ErrorResponse/Error/Code", refused))
        .isEqualTo("AWS.SimpleQueueService.PurgeQueueInProgress");
  }

  @Test
  void receiveMessage_wrongNumber_isRefusedInXml() throws Exception {
    HttpResponse<String> refused =
        post(
            endpoint,
            form(Map.of("Action", "ReceiveMessage", "QueueUrl", url, "MaxNumberOfMessages", "11")));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(at("/ErrorResponse/Error/Code", refused)).isEqualTo("InvalidParameterValue");
    assertThat(at("/ErrorResponse/Error/Message", refused))
        .isEqualTo(
            "Value 11 for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and"
                + " 10, if provided.");
  }

  @Test
  void sendMessage_toTheUrlOfTheQueue_needsNoQueueUrl() throws Exception {
    assertThat(post(URI.create(url), "Action=SendMessage&MessageBody=hello").statusCode())
        .isEqualTo(200);
    assertThat(sqs.receiveMessage(in -> in.queueUrl(url)).messages()).hasSize(1);
  }
}
