package io.robotocore.services.s3;

import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.Signatures;
import io.robotocore.junit5.AwsEmulator;
import io.robotocore.services.s3.Browser.Answer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.RequestPayer;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** What those may do who sign nothing, where signatures matter, and the signatures of forms. */
@SuppressWarnings("unchecked") // lists of consumers, as the SDK's builders take them
@AwsEmulator(signatures = Signatures.VERIFY)
final class SignaturesTest {

  private static final String BY_POLICY =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*",
       "Action": %s, "Resource": ["arn:aws:s3:::photos/*", "arn:aws:s3:::photos"]}]}""";

  private final S3Client s3;
  private final Emulator emulator;
  private final Browser browser;
  private final S3Client anonymous;

  SignaturesTest(S3Client s3, Emulator emulator) {
    this.s3 = s3;
    this.emulator = emulator;
    this.browser = new Browser(emulator, "photos.localhost");
    this.anonymous =
        S3Client.builder()
            .endpointOverride(emulator.endpoint())
            .region(Region.US_EAST_1)
            .forcePathStyle(true)
            .httpClient(emulator.httpClient())
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .build();
  }

  @BeforeEach
  void createBucket() {
    s3.createBucket(in -> in.bucket("photos"));
    s3.deletePublicAccessBlock(in -> in.bucket("photos"));
    s3.putObject(in -> in.bucket("photos").key("cat"), RequestBody.fromString("meow"));
  }

  @AfterEach
  void close() {
    anonymous.close();
  }

  private String read() {
    return anonymous.getObjectAsBytes(in -> in.bucket("photos").key("cat")).asUtf8String();
  }

  private void allow(String actions) {
    s3.putBucketPolicy(in -> in.bucket("photos").policy(BY_POLICY.formatted(actions)));
  }

  @Test
  void anyOperation_anonymous_isRefused() {
    assertRefused(this::read, 403, "AccessDenied", "Access Denied");
    assertRefused(anonymous::listBuckets, 403, "AccessDenied");
    assertRefused(() -> anonymous.createBucket(in -> in.bucket("mine")), 403, "AccessDenied");
    assertRefused(() -> anonymous.listObjectsV2(in -> in.bucket("photos")), 403, "AccessDenied");
  }

  @Test
  void anyOperation_anonymous_mayWhatThePolicyAllowsEverybody() {
    allow("\"s3:GetObject\"");
    assertThat(read()).isEqualTo("meow");
    assertRefused(
        () -> anonymous.putObject(in -> in.bucket("photos").key("dog"), RequestBody.empty()),
        403,
        "AccessDenied");
    assertRefused(
        () -> anonymous.getObjectAsBytes(in -> in.bucket("photos").key("none")),
        403,
        "AccessDenied");
    allow("[\"s3:GetObject\", \"s3:ListBucket\"]");
    assertRefused(
        () -> anonymous.getObjectAsBytes(in -> in.bucket("photos").key("none")), 404, "NoSuchKey");

    s3.putPublicAccessBlock(
        in ->
            in.bucket("photos")
                .publicAccessBlockConfiguration(block -> block.restrictPublicBuckets(true)));
    assertRefused(this::read, 403, "AccessDenied");
  }

  @Test
  void anyOperation_anonymous_mayWhatTheAclAllowsAllUsers() {
    s3.putBucketOwnershipControls(
        in ->
            in.bucket("photos")
                .ownershipControls(
                    all -> all.rules(rule -> rule.objectOwnership(ObjectOwnership.OBJECT_WRITER))));
    s3.putObjectAcl(in -> in.bucket("photos").key("cat").acl(ObjectCannedACL.AUTHENTICATED_READ));
    assertRefused(this::read, 403, "AccessDenied");
    s3.putObjectAcl(in -> in.bucket("photos").key("cat").acl(ObjectCannedACL.PUBLIC_READ));
    assertThat(read()).isEqualTo("meow");
    s3.putPublicAccessBlock(
        in ->
            in.bucket("photos")
                .publicAccessBlockConfiguration(block -> block.ignorePublicAcls(true)));
    assertRefused(this::read, 403, "AccessDenied");
  }

  @Test
  void putObject_anonymous_belongsToNobody() {
    s3.putBucketOwnershipControls(
        in ->
            in.bucket("photos")
                .ownershipControls(
                    all -> all.rules(rule -> rule.objectOwnership(ObjectOwnership.OBJECT_WRITER))));
    allow("\"s3:*\"");
    anonymous.putObject(in -> in.bucket("photos").key("dog"), RequestBody.fromString("wuff"));
    assertThat(anonymous.getObjectAcl(in -> in.bucket("photos").key("dog")).owner().id())
        .isEqualTo("65a011a29cdf8ec533ec3d1ccaae921c");
    assertRefused(
        () -> anonymous.createMultipartUpload(in -> in.bucket("photos").key("dog")),
        403,
        "AccessDenied",
        "Anonymous users cannot initiate multipart uploads.  Please authenticate.");
    s3.putBucketRequestPayment(
        in -> in.bucket("photos").requestPaymentConfiguration(pay -> pay.payer("Requester")));
    assertRefused(
        () ->
            anonymous.getObjectAsBytes(
                in -> in.bucket("photos").key("cat").requestPayer(RequestPayer.REQUESTER)),
        403,
        "AccessDenied");
  }

  @Test
  void website_isShownToEverybody_onlyIfThePolicyAllowsIt() throws Exception {
    s3.putBucketWebsite(
        in ->
            in.bucket("photos")
                .websiteConfiguration(site -> site.indexDocument(index -> index.suffix("cat"))));
    Browser visitor = new Browser(emulator, "photos.s3-website-us-east-1.amazonaws.com");
    assertThat(visitor.send("GET", "/", Map.of()).status()).isEqualTo(403);
    allow("\"s3:GetObject\"");
    assertThat(visitor.send("GET", "/", Map.of()).body()).isEqualTo("meow");
    assertThat(visitor.send("GET", "/none", Map.of()).status()).isEqualTo(403);
  }

  private Map<String, String> form(String keyId, String secret, String expiration)
      throws GeneralSecurityException {
    String policy =
        Base64.getEncoder()
            .encodeToString(
                """
                {"expiration": "%s", "conditions": [{"bucket": "photos"},
                 ["starts-with", "$key", ""], ["starts-with", "$x-amz-credential", ""],
                 ["starts-with", "$x-amz-algorithm", ""], ["starts-with", "$x-amz-date", ""],
                 ["starts-with", "$x-amz-security-token", ""]]}"""
                    .formatted(expiration)
                    .getBytes(StandardCharsets.UTF_8));
    byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    for (String part : new String[] {"20260101", "us-east-1", "s3", "aws4_request", policy}) {
      key = hmac("HmacSHA256", key, part);
    }
    Map<String, String> fields = new HashMap<>();
    fields.put("key", "dog");
    fields.put("policy", policy);
    fields.put("x-amz-algorithm", "AWS4-HMAC-SHA256");
    fields.put("x-amz-credential", keyId + "/20260101/us-east-1/s3/aws4_request");
    fields.put("x-amz-date", "20260101T000000Z");
    fields.put("x-amz-signature", HexFormat.of().formatHex(key));
    return fields;
  }

  private static byte[] hmac(String algorithm, byte[] key, String text)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(key, algorithm));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  private String id() {
    return emulator.scope().credentials().accessKeyId();
  }

  private String secret() {
    return emulator.scope().credentials().secretAccessKey();
  }

  private String later() {
    return emulator.clock().instant().plus(Duration.ofHours(1)).toString();
  }

  @Test
  void postObject_signed_isStored() throws Exception {
    assertThat(browser.upload(form(id(), secret(), later()), "wuff").status()).isEqualTo(204);
    assertThat(s3.getObjectAsBytes(in -> in.bucket("photos").key("dog")).asUtf8String())
        .isEqualTo("wuff");
    emulator.clock().advance(Duration.ofHours(2));
    String past = emulator.clock().instant().minusSeconds(1).toString();
    Answer late = browser.upload(form(id(), secret(), past), "wuff");
    assertThat(late.status()).isEqualTo(403);
    assertThat(late.body())
        .contains("<Code>AccessDenied</Code><Message>Invalid according to Policy: Policy expired.");
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-signature, 00, 403, SignatureDoesNotMatch",
    "x-amz-signature, , 400, InvalidArgument",
    "x-amz-credential, NOBODY/20260101/us-east-1/s3/aws4_request, 403, InvalidAccessKeyId",
    "x-amz-credential, , 400, InvalidArgument",
    "x-amz-security-token, token, 400, InvalidToken",
    "policy, , 403, AccessDenied"
  })
  void postObject_wronglySigned_isRefused(String field, String value, int status, String code)
      throws Exception {
    Map<String, String> fields = form(id(), secret(), later());
    if (value == null) {
      fields.remove(field);
    } else {
      fields.put(field, value);
    }
    Answer refused = browser.upload(fields, "wuff");
    assertThat(refused.body()).contains("<Code>" + code + "</Code>");
    assertThat(refused.status()).isEqualTo(status);
  }

  @Test
  void postObject_olderSignature_isVerified() throws Exception {
    Map<String, String> fields = form(id(), secret(), later());
    fields.keySet().removeIf(name -> name.startsWith("x-amz"));
    fields.put("AWSAccessKeyId", id());
    byte[] signature =
        hmac("HmacSHA1", secret().getBytes(StandardCharsets.UTF_8), fields.get("policy"));
    fields.put("signature", Base64.getEncoder().encodeToString(signature));
    Map<String, String> wrong = new HashMap<>(fields);
    wrong.put("signature", "AAAA");
    assertThat(browser.upload(wrong, "wuff").body())
        .contains("<Code>SignatureDoesNotMatch</Code>", "<SignatureProvided>AAAA<");
    assertThat(browser.upload(fields, "wuff").status()).isEqualTo(204);
  }

  @Test
  void postObject_temporaryKey_needsItsToken(StsClient sts) throws Exception {
    Credentials issued = sts.getSessionToken(in -> {}).credentials();
    Map<String, String> fields = form(issued.accessKeyId(), issued.secretAccessKey(), later());
    assertThat(browser.upload(fields, "wuff").body()).contains("<Code>InvalidToken</Code>");
    fields.put("x-amz-security-token", issued.sessionToken());
    assertThat(browser.upload(fields, "wuff").status()).isEqualTo(204);
  }

  @Test
  void postObject_withoutPolicy_isOfNobody() throws Exception {
    assertThat(browser.upload(Map.of("key", "dog"), "wuff").status()).isEqualTo(403);
    allow("\"s3:PutObject\"");
    assertThat(browser.upload(Map.of("key", "dog"), "wuff").status()).isEqualTo(204);
  }
}
