package io.robotocore.services.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.robotocore.Emulator;
import io.robotocore.junit5.Account;
import io.robotocore.junit5.AwsEmulator;
import io.robotocore.testing.Refusals;
import java.net.URI;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.model.CreateAccessPointResponse;
import software.amazon.awssdk.services.s3control.model.GetAccessPointResponse;
import software.amazon.awssdk.services.s3control.model.ListAccessPointsResponse;
import software.amazon.awssdk.services.s3control.model.NetworkOrigin;
import software.amazon.awssdk.services.s3control.model.S3ControlException;
import software.amazon.awssdk.services.s3control.model.Tag;

/** Accounts and access points. */
@AwsEmulator
final class S3ControlTest {

  private static final String ACCOUNT = "123456789012";

  private final S3Client s3;
  private final S3ControlClient control;
  private final Emulator emulator;

  S3ControlTest(S3Client s3, S3ControlClient control, Emulator emulator) {
    this.s3 = s3;
    this.control = control;
    this.emulator = emulator;
  }

  @BeforeEach
  void createBucket() {
    s3.createBucket(in -> in.bucket("photos"));
    s3.putObject(in -> in.bucket("photos").key("cat"), RequestBody.fromString("meow"));
  }

  private CreateAccessPointResponse create(String name) {
    return control.createAccessPoint(in -> in.accountId(ACCOUNT).name(name).bucket("photos"));
  }

  private static void assertRefused(ThrowingCallable call, int status, String code) {
    S3ControlException refused = catchThrowableOfType(S3ControlException.class, call);
    assertThat(refused).isNotNull();
    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
    assertThat(refused.statusCode()).isEqualTo(status);
  }

  @Test
  void putPublicAccessBlock_account_countsInAllItsBuckets() {
    assertRefused(
        () -> control.getPublicAccessBlock(in -> in.accountId(ACCOUNT)),
        404,
        "NoSuchPublicAccessBlockConfiguration");
    s3.deletePublicAccessBlock(in -> in.bucket("photos"));
    control.putPublicAccessBlock(
        in ->
            in.accountId(ACCOUNT)
                .publicAccessBlockConfiguration(block -> block.blockPublicPolicy(true)));
    assertThat(
            control
                .getPublicAccessBlock(in -> in.accountId(ACCOUNT))
                .publicAccessBlockConfiguration()
                .blockPublicPolicy())
        .isTrue();
    String policy =
        """
        {"Statement": {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject",
         "Resource": "arn:aws:s3:::photos/*"}}""";
    Refusals.assertRefused(
        () -> s3.putBucketPolicy(in -> in.bucket("photos").policy(policy)), 403, "AccessDenied");

    control.deletePublicAccessBlock(in -> in.accountId(ACCOUNT));
    s3.putBucketPolicy(in -> in.bucket("photos").policy(policy));
    assertThat(s3.getBucketPolicyStatus(in -> in.bucket("photos")).policyStatus().isPublic())
        .isTrue();
    assertRefused(
        () -> control.getPublicAccessBlock(in -> in.accountId("222222222222")),
        403,
        "AccessDenied");
  }

  @Test
  void createAccessPoint_itsAlias_standsForTheBucket() throws Exception {
    CreateAccessPointResponse created = create("holidays");
    assertThat(created.accessPointArn())
        .isEqualTo("arn:aws:s3:us-east-1:123456789012:accesspoint/holidays");
    assertThat(created.alias()).matches("holidays-[a-z0-9]{34}-s3alias");

    assertThat(s3.getObjectAsBytes(in -> in.bucket(created.alias()).key("cat")).asUtf8String())
        .isEqualTo("meow");
    Browser browser =
        new Browser(emulator, "holidays-123456789012.s3-accesspoint.us-east-1.amazonaws.com");
    assertThat(browser.send("GET", "/cat", Map.of()).body()).isEqualTo("meow");

    GetAccessPointResponse read =
        control.getAccessPoint(in -> in.accountId(ACCOUNT).name("holidays"));
    assertThat(read.bucket()).isEqualTo("photos");
    assertThat(read.alias()).isEqualTo(created.alias());
    assertThat(read.networkOrigin()).isEqualTo(NetworkOrigin.INTERNET);
    assertThat(read.vpcConfiguration()).isNull();
    assertThat(read.publicAccessBlockConfiguration().blockPublicAcls()).isTrue();
    assertThat(read.endpoints()).containsEntry("ipv4", "s3-accesspoint.us-east-1.amazonaws.com");

    control.deleteAccessPoint(in -> in.accountId(ACCOUNT).name("holidays"));
    Refusals.assertRefused(
        () -> s3.getObjectAsBytes(in -> in.bucket(created.alias()).key("cat")),
        404,
        "NoSuchBucket");
    assertRefused(
        () -> control.getAccessPoint(in -> in.accountId(ACCOUNT).name("holidays")),
        404,
        "NoSuchAccessPoint");
  }

  @Test
  void createAccessPoint_wrong_isRefused() {
    create("holidays");
    assertRefused(() -> create("holidays"), 409, "AccessPointAlreadyOwnedByYou");
    assertRefused(() -> create("Holidays"), 400, "InvalidRequest");
    assertRefused(
        () -> control.createAccessPoint(in -> in.accountId(ACCOUNT).name("other").bucket("none")),
        404,
        "NoSuchBucket");
  }

  @Test
  void listAccessPoints_comesInPages() {
    create("aaa");
    create("bbb");
    control.createAccessPoint(
        in ->
            in.accountId(ACCOUNT)
                .name("ccc")
                .bucket("photos")
                .vpcConfiguration(vpc -> vpc.vpcId("vpc-1")));
    ListAccessPointsResponse first =
        control.listAccessPoints(in -> in.accountId(ACCOUNT).bucket("photos").maxResults(2));
    assertThat(first.accessPointList())
        .extracting(point -> point.name())
        .containsExactly("aaa", "bbb");
    ListAccessPointsResponse second =
        control.listAccessPoints(in -> in.accountId(ACCOUNT).nextToken(first.nextToken()));
    assertThat(second.accessPointList())
        .extracting(point -> point.networkOrigin())
        .containsExactly(NetworkOrigin.VPC);
    assertThat(control.listAccessPoints(in -> in.accountId(ACCOUNT).bucket("x")).accessPointList())
        .isEmpty();
  }

  @Test
  void putAccessPointPolicy_isGivenBack() {
    create("holidays");
    String policy =
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
         "Principal": {"AWS": "arn:aws:iam::222222222222:root"}, "Action": "s3:GetObject",
         "Resource": "arn:aws:s3:us-east-1:123456789012:accesspoint/holidays/object/*"}]}""";
    assertRefused(
        () -> control.getAccessPointPolicy(in -> in.accountId(ACCOUNT).name("holidays")),
        404,
        "NoSuchAccessPointPolicy");
    control.putAccessPointPolicy(in -> in.accountId(ACCOUNT).name("holidays").policy(policy));
    assertThat(control.getAccessPointPolicy(in -> in.accountId(ACCOUNT).name("holidays")).policy())
        .isEqualTo(policy);
    assertThat(
            control
                .getAccessPointPolicyStatus(in -> in.accountId(ACCOUNT).name("holidays"))
                .policyStatus()
                .isPublic())
        .isFalse();
    assertRefused(
        () ->
            control.putAccessPointPolicy(
                in ->
                    in.accountId(ACCOUNT)
                        .name("holidays")
                        .policy(
                            policy.replace(
                                "{\"AWS\": \"arn:aws:iam::222222222222:root\"}", "\"*\""))),
        403,
        "AccessDenied");
    assertRefused(
        () ->
            control.putAccessPointPolicy(in -> in.accountId(ACCOUNT).name("holidays").policy("x")),
        400,
        "MalformedPolicy");
    control.deleteAccessPointPolicy(in -> in.accountId(ACCOUNT).name("holidays"));
    assertRefused(
        () -> control.getAccessPointPolicyStatus(in -> in.accountId(ACCOUNT).name("holidays")),
        404,
        "NoSuchAccessPointPolicy");
  }

  private void policy(String name, String effect, String principal) {
    control.putAccessPointPolicy(
        in ->
            in.accountId(ACCOUNT)
                .name(name)
                .policy(
                    """
                    {"Version": "2012-10-17", "Statement": [{"Effect": "%s",
                     "Principal": {"AWS": "%s"}, "Action": "s3:GetObject", "Resource":
                     "arn:aws:s3:us-east-1:123456789012:accesspoint/%s/object/*"}]}"""
                        .formatted(effect, principal, name)));
  }

  private static String read(S3Client reader, String bucket) {
    return reader.getObjectAsBytes(in -> in.bucket(bucket).key("cat")).asUtf8String();
  }

  /** The bucket leaves to its access points whom they let in. */
  private void delegate() {
    s3.putBucketPolicy(
        in ->
            in.bucket("photos")
                .policy(
                    """
                    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                     "Principal": {"AWS": "*"}, "Action": "*",
                     "Resource": ["arn:aws:s3:::photos", "arn:aws:s3:::photos/*"],
                     "Condition": {"StringEquals": {"s3:DataAccessPointAccount": "123456789012"}}
                    }]}"""));
  }

  @Test
  void putAccessPointPolicy_others_needBothPolicies(
      @Account("222222222222") S3Client stranger, @Account("333333333333") S3Client other) {
    String alias = create("holidays").alias();
    policy("holidays", "Allow", "arn:aws:iam::222222222222:root");
    Refusals.assertRefused(() -> read(stranger, alias), 403, "AccessDenied");
    delegate();
    assertThat(read(stranger, alias)).isEqualTo("meow");
    Refusals.assertRefused(() -> read(other, alias), 403, "AccessDenied");
    Refusals.assertRefused(() -> read(stranger, "photos"), 403, "AccessDenied");
    Refusals.assertRefused(
        () -> stranger.putObject(in -> in.bucket(alias).key("cat"), RequestBody.empty()),
        403,
        "AccessDenied");
  }

  @Test
  void putAccessPointPolicy_deny_bindsTheOwnerThereAndNotInTheBucket() {
    String alias = create("holidays").alias();
    assertThat(read(s3, alias)).isEqualTo("meow");
    policy("holidays", "Deny", "*");
    Refusals.assertRefused(() -> read(s3, alias), 403, "AccessDenied");
    assertThat(read(s3, "photos")).isEqualTo("meow");
  }

  @Test
  void createAccessPoint_restricted_isNotPublic(@Account("222222222222") S3Client stranger) {
    delegate();
    for (boolean restricted : new boolean[] {true, false}) {
      String name = "point-" + restricted;
      CreateAccessPointResponse point =
          control.createAccessPoint(
              in ->
                  in.accountId(ACCOUNT)
                      .name(name)
                      .bucket("photos")
                      .publicAccessBlockConfiguration(
                          block -> block.restrictPublicBuckets(restricted)));
      policy(name, "Allow", "*");
      if (restricted) {
        Refusals.assertRefused(() -> read(stranger, point.alias()), 403, "AccessDenied");
      } else {
        assertThat(read(stranger, point.alias())).isEqualTo("meow");
      }
    }
  }

  @Test
  void anyOperation_arnOfAnAccessPoint_standsForTheBucket() {
    String arn = create("holidays").accessPointArn();
    try (S3Client elsewhere =
        S3Client.builder()
            .endpointOverride(URI.create("http://localhost:4566"))
            .region(Region.EU_WEST_1)
            .serviceConfiguration(S3Configuration.builder().useArnRegionEnabled(true).build())
            .httpClient(emulator.httpClient())
            .credentialsProvider(() -> emulator.scope().credentials())
            .build()) {
      assertThat(read(elsewhere, arn)).isEqualTo("meow");
      elsewhere.putObject(in -> in.bucket(arn).key("dog"), RequestBody.fromString("wuff"));
      elsewhere.copyObject(
          in ->
              in.sourceBucket(arn).sourceKey("dog").destinationBucket(arn).destinationKey("dog 2"));
      assertThat(elsewhere.listObjectsV2(in -> in.bucket(arn)).contents())
          .extracting(object -> object.key())
          .containsExactly("cat", "dog", "dog 2");
      assertThat(elsewhere.headBucket(in -> in.bucket(arn)).bucketRegion()).isEqualTo("us-east-1");
    }
    Refusals.assertRefused(
        () ->
            s3.copyObject(
                in ->
                    in.copySource(arn.replace("holidays", "none") + "/object/cat")
                        .destinationBucket("photos")
                        .destinationKey("x")),
        404,
        "NoSuchAccessPoint");
  }

  @Test
  void tagResource_bucketsAndAccessPoints_areTagged() {
    String point = create("holidays").accessPointArn();
    for (String arn : new String[] {"arn:aws:s3:::photos", point}) {
      control.tagResource(
          in ->
              in.accountId(ACCOUNT)
                  .resourceArn(arn)
                  .tags(
                      Tag.builder().key("a").value("1").build(),
                      Tag.builder().key("b").value("2").build()));
      control.untagResource(in -> in.accountId(ACCOUNT).resourceArn(arn).tagKeys("a"));
      assertThat(control.listTagsForResource(in -> in.accountId(ACCOUNT).resourceArn(arn)).tags())
          .containsExactly(Tag.builder().key("b").value("2").build());
    }
    assertThat(s3.getBucketTagging(in -> in.bucket("photos")).tagSet())
        .extracting(tag -> tag.key())
        .containsExactly("b");
    assertRefused(
        () ->
            control.listTagsForResource(
                in -> in.accountId(ACCOUNT).resourceArn("arn:aws:s3:::none")),
        404,
        "NoSuchResource");
  }
}
