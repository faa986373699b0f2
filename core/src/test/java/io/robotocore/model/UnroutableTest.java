package io.robotocore.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.robotocore.model.Unroutable.Reason;
import org.junit.jupiter.api.Test;

class UnroutableTest {

  private final Router router = new Router(AwsModels.load());

  private Unroutable unroutable(TestRequest request) {
    return catchThrowableOfType(Unroutable.class, () -> router.route(request.build()));
  }

  private static void assertError(Unroutable error, Reason reason, String code, int status) {
    assertThat(error.reason()).isEqualTo(reason);
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.httpStatus()).isEqualTo(status);
  }

  @Test
  void route_unknownOperationInTarget_isUnknownOperationException() {
    Unroutable error = unroutable(TestRequest.of("POST /").target("AmazonSQS.SendMessages"));
    assertError(error, Reason.UNKNOWN_OPERATION, "UnknownOperationException", 400);
    assertThat(error.protocol()).isEqualTo(ProtocolId.AWS_JSON_1_0);
    assertThat(error.service()).map(ServiceModel::id).contains("sqs");
  }

  @Test
  void route_unknownServiceInTarget_isUnknownOperationException() {
    for (String target :
        new String[] {"Nothing_20200101.Get", "Nothing", ".", "AmazonSQS", "..SendMessage"}) {
      Unroutable error = unroutable(TestRequest.of("POST /").signedFor("sqs").target(target));
      assertError(error, Reason.UNKNOWN_SERVICE, "UnknownOperationException", 400);
      assertThat(error.service()).isEmpty();
    }
  }

  /** Seen of SES: https://github.com/aws/aws-cli/issues/37. */
  @Test
  void route_unknownAction_isInvalidAction() {
    Unroutable error =
        unroutable(
            TestRequest.of("POST /").signedFor("sns").form("Action=Publisj&Version=2010-03-31"));
    assertError(error, Reason.UNKNOWN_OPERATION, "InvalidAction", 400);
    assertThat(error).hasMessage("Could not find operation Publisj for version 2010-03-31");
    assertThat(error.protocol()).isEqualTo(ProtocolId.AWS_QUERY);
  }

  /** Seen of EC2: https://github.com/cognitect-labs/aws-api/issues/6. */
  @Test
  void route_unknownActionOfEc2_isInvalidActionInItsWords() {
    Unroutable error =
        unroutable(
            TestRequest.of("POST /").signedFor("ec2").form("Action=Nothing&Version=2016-11-15"));
    assertError(error, Reason.UNKNOWN_OPERATION, "InvalidAction", 400);
    assertThat(error).hasMessage("The action Nothing is not valid for this web service.");
    assertThat(error.protocol()).isEqualTo(ProtocolId.EC2_QUERY);
  }

  /** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html. */
  @Test
  void route_formWithoutAction_isMissingAction() {
    assertError(
        unroutable(TestRequest.of("POST /").signedFor("sqs").form("QueueName=a")),
        Reason.MISSING_ACTION,
        "MissingAction",
        400);
    assertError(
        unroutable(TestRequest.of("POST /").signedFor("iam")),
        Reason.MISSING_ACTION,
        "MissingAction",
        400);
  }

  @Test
  void route_actionOfNoServiceThatIsKnown_isInvalidAction() {
    assertError(
        unroutable(TestRequest.of("POST /").form("Action=Foo&Version=2000-01-01")),
        Reason.UNKNOWN_SERVICE,
        "InvalidAction",
        400);
    assertError(
        unroutable(
            TestRequest.of("POST /")
                .signedFor("nothing")
                .form("Action=ListQueues&Version=2012-11-05")),
        Reason.UNKNOWN_SERVICE,
        "InvalidAction",
        400);
  }

  @Test
  void route_jsonWithoutTarget_isUnknownOperationException() {
    TestRequest request =
        TestRequest.of("POST /")
            .signedFor("sqs")
            .with("Content-Type", "application/x-amz-json-1.0");
    assertError(unroutable(request), Reason.UNKNOWN_OPERATION, "UnknownOperationException", 400);
  }

  @Test
  void route_unknownPath_isNotFound() {
    Unroutable error = unroutable(TestRequest.of("GET /2015-03-31/nothing").signedFor("lambda"));
    assertError(error, Reason.UNKNOWN_OPERATION, "UnknownOperationException", 404);
    assertThat(error.protocol()).isEqualTo(ProtocolId.REST_JSON);
  }

  /** https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html. */
  @Test
  void route_otherMethodOnBucket_isMethodNotAllowed() {
    Unroutable error = unroutable(TestRequest.of("PATCH /photos/a.jpg").signedFor("s3"));
    assertError(error, Reason.UNKNOWN_OPERATION, "MethodNotAllowed", 405);
    assertThat(error.protocol()).isEqualTo(ProtocolId.REST_XML);
    assertThat(error).hasMessage("The specified method is not allowed against this resource.");
  }

  @Test
  void route_unknownPathOfRpcV2_isNotFound() {
    for (String path :
        new String[] {
          "/", "/service/AmazonSQS/operation/SendMessage", "/service//operation/", "/a/b/c/d"
        }) {
      assertError(
          unroutable(TestRequest.of("POST " + path).with("smithy-protocol", "rpc-v2-cbor")),
          Reason.UNKNOWN_SERVICE,
          "UnknownOperationException",
          404);
    }
    assertError(
        unroutable(
            TestRequest.of("POST /service/GameLift/operation/Lose")
                .with("smithy-protocol", "rpc-v2-cbor")),
        Reason.UNKNOWN_OPERATION,
        "UnknownOperationException",
        404);
  }

  @Test
  void route_unknownSignedService_isNotTakenForS3() {
    assertError(
        unroutable(TestRequest.of("GET /photos/a.jpg").signedFor("nothing")),
        Reason.UNKNOWN_SERVICE,
        "UnknownOperationException",
        404);
  }

  @Test
  void route_addressOfUser_isNoOperation() {
    for (TestRequest request :
        new TestRequest[] {
          TestRequest.of("GET /dev/pets").host("abc123.execute-api.us-east-1.amazonaws.com"),
          TestRequest.of("GET /dev/pets")
              .host("abc123.execute-api.us-east-1.amazonaws.com")
              .signedFor("execute-api"),
          TestRequest.of("GET /dev/pets").signedFor("execute-api"),
          TestRequest.of("GET /2015-03-31/functions/")
              .host("abc.lambda-url.us-east-1.on.aws")
              .signedFor("lambda"),
          TestRequest.of("GET /index.html").host("photos.s3-website-us-east-1.amazonaws.com"),
          TestRequest.of("GET /index.html").host("photos.s3-website.eu-central-1.amazonaws.com"),
          TestRequest.of("POST /graphql").host("abc.appsync-api.eu-west-1.amazonaws.com"),
        }) {
      assertError(unroutable(request), Reason.USER_ENDPOINT, "ForbiddenException", 403);
    }
  }
}
