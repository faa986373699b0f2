package io.robotocore.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.wire.Body;
import io.robotocore.wire.Headers;
import io.robotocore.wire.HttpRequest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {

  private final Router router = new Router(AwsModels.load());

  private Route route(TestRequest request) {
    return router.route(request.build());
  }

  private String operation(TestRequest request) {
    return route(request).operation().toString();
  }

  @ParameterizedTest
  @CsvSource({
    "AmazonSQS.SendMessage, application/x-amz-json-1.0, sqs.SendMessage, AWS_JSON_1_0",
    "AmazonSQS.SendMessage, application/x-amz-json-1.1, sqs.SendMessage, AWS_JSON_1_1",
    "AmazonSQS.SendMessage, , sqs.SendMessage, AWS_JSON_1_0",
    "AmazonSQS.SendMessage, text/plain, sqs.SendMessage, AWS_JSON_1_0",
    "DynamoDB_20120810.GetItem, application/x-amz-json-1.0, dynamodb.GetItem, AWS_JSON_1_0",
    "DynamoDB_20120810.GetItem, application/x-amz-cbor-1.1, dynamodb.GetItem, AWS_JSON_1_0",
    "DynamoDBStreams_20120810.GetRecords, application/x-amz-json-1.0, dynamodbstreams.GetRecords, AWS_JSON_1_0",
    "Kinesis_20131202.PutRecord, application/x-amz-json-1.1, kinesis.PutRecord, AWS_JSON_1_1",
    "Kinesis_20131202.PutRecord, application/x-amz-cbor-1.1, kinesis.PutRecord, AWS_CBOR_1_1",
    "AWSEvents.PutEvents, application/x-amz-json-1.1, events.PutEvents, AWS_JSON_1_1",
    "secretsmanager.GetSecretValue, application/x-amz-json-1.1, secretsmanager.GetSecretValue, AWS_JSON_1_1",
    "GraniteServiceVersion20100801.PutMetricData, application/x-amz-json-1.0, cloudwatch.PutMetricData, AWS_JSON_1_0",
    "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents, application/x-amz-json-1.1,"
        + " cloudtrail.LookupEvents, AWS_JSON_1_1",
    "CloudTrail_20131101.LookupEvents, application/x-amz-json-1.1, cloudtrail.LookupEvents,"
        + " AWS_JSON_1_1",
  })
  void route_target_isBelievedAndContentTypeSaysTheVersion(
      String target, String contentType, String operation, ProtocolId protocol) {
    TestRequest request = TestRequest.of("POST /").with("X-Amz-Target", target);
    Route route =
        route(
            contentType == null
                ? request
                : request.with("content-type", contentType + "; charset=utf-8"));
    assertThat(route.operation()).hasToString(operation);
    assertThat(route.protocol()).isEqualTo(protocol);
  }

  @Test
  void route_targetAgainstSignatureAndHost_isBelieved() {
    TestRequest request =
        TestRequest.of("POST /").host("sns.eu-west-1.amazonaws.com").signedFor("s3");
    assertThat(operation(request.target("AmazonSQS.ListQueues"))).isEqualTo("sqs.ListQueues");
  }

  @Test
  void route_targetSharedByTwoServices_isForTheOneThatHasTheOperation() {
    TestRequest request = TestRequest.of("POST /").signedFor("timestream");
    assertThat(operation(request.target("Timestream_20181101.Query")))
        .isEqualTo("timestream-query.Query");
    assertThat(operation(request.target("Timestream_20181101.WriteRecords")))
        .isEqualTo("timestream-write.WriteRecords");
  }

  @Test
  void route_targetAndOperationSharedByTwoServices_isForTheHostOrElseTheClient() {
    TestRequest request = TestRequest.of("POST /").target("Timestream_20181101.TagResource");
    assertThat(operation(request)).isEqualTo("timestream-write.TagResource");
    assertThat(operation(request.host("query.timestream.us-east-1.amazonaws.com")))
        .isEqualTo("timestream-query.TagResource");
    assertThat(
            operation(
                request.with(
                    "User-Agent", "aws-sdk-java/2.40.2 ua/2.1 api/Timestream_Query#2.40.x")))
        .isEqualTo("timestream-query.TagResource");
  }

  @ParameterizedTest
  @CsvSource({
    "/service/GraniteServiceVersion20100801/operation/PutMetricData, cloudwatch.PutMetricData",
    "/some/prefix/service/GraniteServiceVersion20100801/operation/PutMetricData, cloudwatch.PutMetricData",
    "/service/GameLift/operation/CreateFleet, gamelift.CreateFleet",
  })
  void route_pathOfRpcV2_namesServiceAndOperation(String path, String operation) {
    Route route = route(TestRequest.of("POST " + path).with("Smithy-Protocol", "rpc-v2-cbor"));
    assertThat(route.operation()).hasToString(operation);
    assertThat(route.protocol()).isEqualTo(ProtocolId.RPC_V2_CBOR);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sts                  | Action=GetCallerIdentity&Version=2011-06-15    | sts.GetCallerIdentity",
        "sqs                  | Version=2012-11-05&Action=SendMessage          | sqs.SendMessage",
        "sqs                  | Action=SendMessage                             | sqs.SendMessage",
        "sqs                  | Action=SendMessage&Version=2009-02-01          | sqs.SendMessage",
        "sqs                  | Action=Send%4Dessage&Version=2012%2D11%2d05    | sqs.SendMessage",
        "sqs                  | %41ction=SendMessage&Version=2012-11-05        | sqs.SendMessage",
        "sqs                  | &&MessageBody=Action=X&Action=SendMessage      | sqs.SendMessage",
        "sqs                  | Action=SendMessage&Action=DeleteQueue          | sqs.SendMessage",
        "monitoring           | Action=PutMetricData&Version=2010-08-01        | cloudwatch.PutMetricData",
        "elasticloadbalancing | Action=DescribeLoadBalancers&Version=2012-06-01 | elb.DescribeLoadBalancers",
        "elasticloadbalancing | Action=DescribeLoadBalancers&Version=2015-12-01 | elbv2.DescribeLoadBalancers",
        "elasticloadbalancing | Action=DescribeTargetGroups                    | elbv2.DescribeTargetGroups",
        "rds                  | Action=DescribeDBInstances&Version=2014-10-31  | rds.DescribeDBInstances",
        "ses                  | Action=SendEmail&Version=2010-12-01            | ses.SendEmail",
        "cloudsearch          | Action=DescribeDomains&Version=2013-01-01      | cloudsearch.DescribeDomains",
      })
  void route_actionInForm_isThatOfTheSignedService(String service, String form, String operation) {
    Route route = route(TestRequest.of("POST /").signedFor(service).form(form));
    assertThat(route.operation()).hasToString(operation);
    assertThat(route.protocol()).isEqualTo(ProtocolId.AWS_QUERY);
  }

  @ParameterizedTest
  @CsvSource({
    "Action=AssumeRoleWithWebIdentity&Version=2011-06-15, sts.AssumeRoleWithWebIdentity",
    "Action=DescribeApplications&Version=2010-12-01, elasticbeanstalk.DescribeApplications",
    "Action=ListIdentities&Version=2010-12-01, ses.ListIdentities",
    "Action=DescribeGlobalClusters&Version=2014-10-31, rds.DescribeGlobalClusters",
    "Action=PutAttributes&Version=2009-04-15&AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&SignatureVersion=2, sdb.PutAttributes",
  })
  void route_actionWithoutSignature_isThatOfTheServiceWithItsVersion(
      String form, String operation) {
    assertThat(operation(TestRequest.of("POST /").form(form))).isEqualTo(operation);
    assertThat(operation(TestRequest.of("GET /?" + form))).isEqualTo(operation);
  }

  @Test
  void route_actionOfEc2_isInItsOwnQueryProtocol() {
    Route route =
        route(
            TestRequest.of("POST /")
                .signedFor("ec2")
                .form("Action=RunInstances&Version=2016-11-15&MinCount=1"));
    assertThat(route.operation()).hasToString("ec2.RunInstances");
    assertThat(route.protocol()).isEqualTo(ProtocolId.EC2_QUERY);
  }

  @Test
  void route_actionAtQueueUrl_isThatOfTheHost() {
    TestRequest request = TestRequest.of("GET /123456789012/orders?Action=ReceiveMessage");
    assertThat(operation(request.host("sqs.eu-west-1.amazonaws.com")))
        .isEqualTo("sqs.ReceiveMessage");
    assertThat(operation(request.host("eu-west-1.queue.amazonaws.com")))
        .isEqualTo("sqs.ReceiveMessage");
    assertThat(operation(request.host("sqs.eu-west-1.localhost:4566")))
        .isEqualTo("sqs.ReceiveMessage");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lambda      | GET /2015-03-31/functions/f%3A1/configuration    | lambda.GetFunctionConfiguration",
        "lambda      | GET /2015-03-31/functions/                       | lambda.ListFunctions",
        "lambda      | GET /2015-03-31/functions                        | lambda.ListFunctions",
        "lambda      | GET /2018-10-31/layers?find=LayerVersion&Arn=a   | lambda.GetLayerVersionByArn",
        "lambda      | GET /2018-10-31/layers                           | lambda.ListLayers",
        "apigateway  | GET /restapis                                    | apigateway.GetRestApis",
        "apigateway  | POST /restapis?mode=import                       | apigateway.ImportRestApi",
        "apigateway  | GET /v2/apis                                     | apigatewayv2.GetApis",
        "apigateway  | GET /tags/arn%3Aaws%3Aapigateway%3A%3A%2Fapis%2F1 | apigateway.GetTags",
        "apigateway  | GET /v2/tags/arn%3Aaws                           | apigatewayv2.GetTags",
        "ses         | POST /v2/email/outbound-emails                   | sesv2.SendEmail",
        "ses         | POST /v1/email/outbound-emails                   | pinpoint-email.SendEmail",
        "es          | GET /2015-01-01/es/domain/d                      | es.DescribeElasticsearchDomain",
        "es          | GET /2021-01-01/opensearch/domain/d              | opensearch.DescribeDomain",
        "sagemaker   | POST /endpoints/e/invocations                    | sagemaker-runtime.InvokeEndpoint",
        "sdb         | POST /v2/ListExports                             | simpledbv2.ListExports",
        "route53     | GET /2013-04-01/hostedzone/Z1/rrset              | route53.ListResourceRecordSets",
        "cloudfront  | POST /2020-05-31/distribution?WithTags           | cloudfront.CreateDistributionWithTags",
        "cloudfront  | POST /2020-05-31/distribution                    | cloudfront.CreateDistribution",
        "execute-api | POST /@connections/L0SM9cOFvHcCIhw=              | apigatewaymanagementapi.PostToConnection",
        "execute-api | POST /dev/%40connections/L0SM9cOFvHcCIhw%3D      | apigatewaymanagementapi.PostToConnection",
        "execute-api | POST /participant/connection                     | connectparticipant.CreateParticipantConnection",
        "workspaces-web | PUT /portals/arn:aws:p/1/2/networkSettings?networkSettingsArn=n"
            + " | workspaces-web.AssociateNetworkSettings",
        "workspaces-web | GET /portals/arn:aws:p/1/2                    | workspaces-web.GetPortal",
        "eks         | GET /clusters/c/node-groups/n                    | eks.DescribeNodegroup",
        "bedrock     | POST /model/m/invoke                             | bedrock-runtime.InvokeModel",
        "bedrock     | POST /agents/A1/                                 | bedrock-agent.PrepareAgent",
        "bedrock     | POST /agents/A1                                  | bedrock-agent-runtime.InvokeInlineAgent",
      })
  void route_methodAndPath_areMatchedMostSpecificFirst(
      String service, String line, String operation) {
    assertThat(operation(TestRequest.of(line).signedFor(service))).isEqualTo(operation);
  }

  @ParameterizedTest
  @CsvSource({
    "GET /, s3.ListBuckets",
    "PUT /photos, s3.CreateBucket",
    "PUT /photos/, s3.CreateBucket",
    "GET /photos, s3.ListObjects",
    "GET /photos?list-type=2&prefix=a, s3.ListObjectsV2",
    "GET /photos?list-type=1, s3.ListObjects",
    "GET /photos?acl, s3.GetBucketAcl",
    "GET /photos?acl=, s3.GetBucketAcl",
    "GET /photos/a.jpg?acl, s3.GetObjectAcl",
    "GET /photos?analytics, s3.ListBucketAnalyticsConfigurations",
    "GET /photos?analytics&id=1, s3.GetBucketAnalyticsConfiguration",
    "GET /photos/2024/a.jpg, s3.GetObject",
    "GET /photos/2024/a.jpg?x-id=GetObject, s3.GetObject",
    "GET /photos/2024/a.jpg?partNumber=1, s3.GetObject",
    "GET /photos/2024/a.jpg?uploadId=u, s3.ListParts",
    "GET /photos/2024/a.jpg?attributes, s3.GetObjectAttributes",
    "HEAD /photos/2024/a.jpg, s3.HeadObject",
    "HEAD /photos, s3.HeadBucket",
    "PUT /photos/a.jpg, s3.PutObject",
    "PUT /photos/a.jpg?partNumber=1&uploadId=u, s3.UploadPart",
    "POST /photos/a.jpg?uploads, s3.CreateMultipartUpload",
    "POST /photos/a.jpg?uploadId=u, s3.CompleteMultipartUpload",
    "DELETE /photos/a.jpg, s3.DeleteObject",
    "DELETE /photos/a.jpg?uploadId=u, s3.AbortMultipartUpload",
    "POST /photos?delete, s3.DeleteObjects",
    "POST /photos/a.csv?select&select-type=2, s3.SelectObjectContent",
    "GET /photos?lifecycle, s3.GetBucketLifecycleConfiguration",
    "PUT /photos?notification, s3.PutBucketNotificationConfiguration",
    "GET /?x-id=ListDirectoryBuckets, s3.ListDirectoryBuckets",
    "GET /v20180820/bucket, s3.GetObject",
  })
  void route_requestToS3_dependsOnQueryAsWell(String line, String operation) {
    Route signed = route(TestRequest.of(line).signedFor("s3"));
    assertThat(signed.operation()).hasToString(operation);
    assertThat(signed.protocol()).isEqualTo(ProtocolId.REST_XML);
    assertThat(operation(TestRequest.of(line))).as("unsigned").isEqualTo(operation);
  }

  @Test
  void route_putWithCopySource_copies() {
    TestRequest copy =
        TestRequest.of("PUT /photos/b.jpg")
            .signedFor("s3")
            .with("x-amz-copy-source", "photos/a.jpg");
    assertThat(operation(copy)).isEqualTo("s3.CopyObject");
    TestRequest part = TestRequest.of("PUT /photos/b.jpg?partNumber=2&uploadId=u").signedFor("s3");
    assertThat(operation(part.with("X-Amz-Copy-Source", "photos/a.jpg")))
        .isEqualTo("s3.UploadPartCopy");
  }

  @ParameterizedTest
  @CsvSource({
    "photos.s3.amazonaws.com, /2024/a%20b.jpg, /photos/2024/a%20b.jpg",
    "photos.s3.eu-west-1.amazonaws.com, /a.jpg, /photos/a.jpg",
    "photos.s3-eu-west-1.amazonaws.com, /a.jpg, /photos/a.jpg",
    "my.photos.s3.dualstack.eu-west-1.amazonaws.com, /a.jpg, /my.photos/a.jpg",
    "photos.s3-fips.us-gov-west-1.amazonaws.com, /a.jpg, /photos/a.jpg",
    "photos.s3-accelerate.amazonaws.com, /a.jpg, /photos/a.jpg",
    "photos.s3.cn-north-1.amazonaws.com.cn, /a.jpg, /photos/a.jpg",
    "p--use1-az4--x-s3.s3express-use1-az4.us-east-1.amazonaws.com, /a.jpg, /p--use1-az4--x-s3/a.jpg",
    "photos.s3.localhost:4566, /a.jpg, /photos/a.jpg",
    "photos.s3.localhost.localstack.cloud:4566, /a.jpg, /photos/a.jpg",
    "photos.localhost:1234, /a.jpg, /photos/a.jpg",
    "logs.localhost, /a.jpg, /logs/a.jpg",
    "s3.eu-west-1.amazonaws.com, /photos/a.jpg, /photos/a.jpg",
    "s3.localhost:4566, /photos/a.jpg, /photos/a.jpg",
    "localhost:4566, /photos/a.jpg, /photos/a.jpg",
    "127.0.0.1:4566, /photos/a.jpg, /photos/a.jpg",
    "[::1]:4566, /photos/a.jpg, /photos/a.jpg",
    "emulator:4566, /photos/a.jpg, /photos/a.jpg",
  })
  void route_bucketInHost_isInThePathOfTheRoute(String host, String path, String expected) {
    TestRequest request = TestRequest.of("GET " + path).host(host);
    for (TestRequest each : new TestRequest[] {request, request.signedFor("s3")}) {
      Route route = route(each);
      assertThat(route.operation()).hasToString("s3.GetObject");
      assertThat(route.path()).isEqualTo(expected);
      assertThat("/" + route.labels().get("Bucket") + "/" + route.labels().get("Key"))
          .isEqualTo(expected);
    }
  }

  @Test
  void route_bucketInHostAndRootPath_isForTheBucket() {
    assertThat(operation(TestRequest.of("GET /?list-type=2").host("photos.s3.amazonaws.com")))
        .isEqualTo("s3.ListObjectsV2");
    assertThat(operation(TestRequest.of("PUT /").host("photos.localhost:4566").signedFor("s3")))
        .isEqualTo("s3.CreateBucket");
  }

  @ParameterizedTest
  @CsvSource({
    "/photos/a/b/, a/b/",
    "/photos//a, /a",
    "/photos/a//b, a//b",
    "/photos/a%2Fb%20c, a%2Fb%20c",
    "/photos/%zz, %zz",
  })
  void labels_ofKeyWithOddSlashes_areAsSent(String path, String key) {
    assertThat(route(TestRequest.of("GET " + path).signedFor("s3")).labels())
        .isEqualTo(Map.of("Bucket", "photos", "Key", key));
  }

  @Test
  void route_accountIdAndVersionInPath_isForS3Control() {
    TestRequest request =
        TestRequest.of("GET /v20180820/bucket")
            .signedFor("s3")
            .with("x-amz-account-id", "123456789012");
    assertThat(operation(request)).isEqualTo("s3control.ListRegionalBuckets");
    assertThat(operation(request.host("123456789012.localhost:4566")))
        .isEqualTo("s3control.ListRegionalBuckets");
    assertThat(
            operation(
                TestRequest.of("GET /v20180820/bucket")
                    .host("1.s3-control.eu-west-1.amazonaws.com")))
        .isEqualTo("s3control.ListRegionalBuckets");
  }

  @Test
  void route_signedForOtherNamesOfS3_isForS3() {
    assertThat(operation(TestRequest.of("GET /").signedFor("s3express")))
        .isEqualTo("s3.ListDirectoryBuckets");
    assertThat(operation(TestRequest.of("GET /b?session").signedFor("s3express")))
        .isEqualTo("s3.CreateSession");
    assertThat(
            operation(
                TestRequest.of("POST /WriteGetObjectResponse")
                    .signedFor("s3-object-lambda")
                    .with("x-amz-request-route", "r")
                    .with("x-amz-request-token", "t")))
        .isEqualTo("s3.WriteGetObjectResponse");
    assertThat(operation(TestRequest.of("GET /b/k").signedFor("s3-outposts")))
        .isEqualTo("s3.GetObject");
    assertThat(operation(TestRequest.of("GET /S3Outposts/ListEndpoints").signedFor("s3-outposts")))
        .isEqualTo("s3outposts.ListEndpoints");
  }

  @Test
  void route_presignedQuery_saysTheService() {
    String presigned = "X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20150830%2Feu-west-1%2F";
    assertThat(
            operation(
                TestRequest.of(
                    "GET /photos/a.jpg?" + presigned + "s3%2Faws4_request&X-Amz-Expires=60")))
        .isEqualTo("s3.GetObject");
    assertThat(
            operation(
                TestRequest.of(
                    "GET /?Action=GetCallerIdentity&" + presigned + "sts%2Faws4_request")))
        .isEqualTo("sts.GetCallerIdentity");
    Route version2 =
        route(
            TestRequest.of(
                "GET /photos/a.jpg?AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&Expires=1&Signature=x"));
    assertThat(version2.operation()).hasToString("s3.GetObject");
    assertThat(version2.scope()).contains(new SigningScope("AKIAIOSFODNN7EXAMPLE", "", "", ""));
  }

  @Test
  void route_versionTwoOfTheAuthorizationHeader_isForS3() {
    TestRequest request =
        TestRequest.of("GET /photos/a.jpg").with("Authorization", "AWS AKIAIOSFODNN7EXAMPLE:c2ln");
    assertThat(operation(request)).isEqualTo("s3.GetObject");
  }

  @ParameterizedTest
  @CsvSource({
    "POST /token, sso-oidc.CreateToken",
    "POST /client/register, sso-oidc.RegisterClient",
    "POST /v1/token, signin.CreateOAuth2Token",
    "POST /logout, sso.Logout",
  })
  void route_unsignedRestOperation_isFoundWithoutHost(String line, String operation) {
    TestRequest request = TestRequest.of(line).with("x-amz-sso_bearer_token", "t");
    assertThat(operation(request)).isEqualTo(operation);
  }

  @Test
  void route_unsignedGetThatTwoServicesHave_isDecidedByRequiredHeaders() {
    TestRequest request = TestRequest.of("GET /federation/credentials?role_name=r&account_id=1");
    assertThat(operation(request)).isEqualTo("s3.GetObject");
    assertThat(operation(request.with("x-amz-sso_bearer_token", "t")))
        .isEqualTo("sso.GetRoleCredentials");
  }

  @Test
  void route_unknownSignatureButKnownHost_isForTheHost() {
    assertThat(
            operation(
                TestRequest.of("GET /2015-03-31/functions/")
                    .host("lambda.eu-west-1.amazonaws.com")
                    .signedFor("x")))
        .isEqualTo("lambda.ListFunctions");
  }

  @Test
  @DisplayName("A stream can be read once, and that is for the codec")
  void route_formThatIsStillOnItsWay_isNotTouched() {
    ByteArrayInputStream stream =
        new ByteArrayInputStream("Action=ListQueues".getBytes(StandardCharsets.US_ASCII));
    Headers headers =
        TestRequest.of("POST /").signedFor("s3").form("").headers().with("Host", "localhost");
    router.route(new HttpRequest("PUT", "/photos/a", "", headers, Body.of(stream, 17)));
    assertThat(stream.available()).isEqualTo(17);
  }
}
