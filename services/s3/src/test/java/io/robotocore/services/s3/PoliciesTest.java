package io.robotocore.services.s3;

import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.junit5.Account;
import io.robotocore.junit5.AwsEmulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.Tag;

/** Policies, and what keeps buckets from being public. */
@SuppressWarnings("unchecked") // lists of consumers, as the SDK's builders take them
@AwsEmulator
final class PoliciesTest {

  private static final String EVERYBODY_READS =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*",
       "Action": "s3:GetObject", "Resource": "arn:aws:s3:::photos/public/*"}]}""";

  private final S3Client s3;
  private final S3Client stranger;

  PoliciesTest(S3Client s3, @Account("222222222222") S3Client stranger) {
    this.s3 = s3;
    this.stranger = stranger;
  }

  @BeforeEach
  void createBucket() {
    s3.createBucket(in -> in.bucket("photos"));
    put("public/cat");
    put("private/cat");
  }

  private void put(String key) {
    s3.putObject(in -> in.bucket("photos").key(key), RequestBody.fromString("meow"));
  }

  private void policy(String text) {
    s3.putBucketPolicy(in -> in.bucket("photos").policy(text));
  }

  private void policy(String effect, String action, String rest) {
    policy(
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "%s", "Principal": {"AWS": "*"},
         "Action": "%s", "Resource": ["arn:aws:s3:::photos", "arn:aws:s3:::photos/*"]%s}]}"""
            .formatted(effect, action, rest));
  }

  private String read(S3Client reader, String key) {
    return reader.getObjectAsBytes(in -> in.bucket("photos").key(key)).asUtf8String();
  }

  private void allowPublic() {
    s3.deletePublicAccessBlock(in -> in.bucket("photos"));
  }

  @Test
  void putBucketPolicy_isGivenBackAsItWas() {
    assertRefused(
        () -> s3.getBucketPolicy(in -> in.bucket("photos")),
        404,
        "NoSuchBucketPolicy",
        "The bucket policy does not exist");
    allowPublic();
    policy(EVERYBODY_READS);
    assertThat(s3.getBucketPolicy(in -> in.bucket("photos")).policy()).isEqualTo(EVERYBODY_READS);
    s3.deleteBucketPolicy(in -> in.bucket("photos"));
    assertRefused(
        () -> s3.getBucketPolicyStatus(in -> in.bucket("photos")), 404, "NoSuchBucketPolicy");
  }

  @Test
  void putBucketPolicy_allow_letsOthersIn() {
    allowPublic();
    assertRefused(() -> read(stranger, "public/cat"), 403, "AccessDenied");
    policy(EVERYBODY_READS);
    assertThat(read(stranger, "public/cat")).isEqualTo("meow");
    assertRefused(() -> read(stranger, "private/cat"), 403, "AccessDenied");
    assertRefused(
        () -> stranger.deleteObject(in -> in.bucket("photos").key("public/cat")),
        403,
        "AccessDenied");
    assertThat(s3.getBucketPolicyStatus(in -> in.bucket("photos")).policyStatus().isPublic())
        .isTrue();
  }

  @Test
  void putBucketPolicy_deny_bindsTheOwnerButNotFromThePolicy() {
    policy("Deny", "s3:*", "");
    assertThat(
            assertRefused(() -> read(s3, "public/cat"), 403, "AccessDenied")
                .awsErrorDetails()
                .errorMessage())
        .isEqualTo(
            "User: arn:aws:iam::123456789012:root is not authorized to perform: s3:GetObject on"
                + " resource: \"arn:aws:s3:::photos/public/cat\" with an explicit deny in a"
                + " resource-based policy");
    s3.deleteBucketPolicy(in -> in.bucket("photos"));
    assertThat(read(s3, "public/cat")).isEqualTo("meow");
  }

  /**
   * See <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html">.
   */
  @Test
  void putBucketPolicy_conditions_areWeighed() {
    policy(
        "Deny",
        "s3:PutObject",
        ", \"Condition\": {\"StringNotEquals\": {\"s3:x-amz-server-side-encryption\": \"aws:kms\"}}");
    assertRefused(() -> put("a"), 403, "AccessDenied");
    s3.putObject(
        in -> in.bucket("photos").key("a").serverSideEncryption(ServerSideEncryption.AWS_KMS),
        RequestBody.empty());

    policy("Deny", "s3:*", ", \"Condition\": {\"Bool\": {\"aws:SecureTransport\": \"false\"}}");
    assertThat(read(s3, "public/cat")).isEqualTo("meow");

    policy(
        "Allow",
        "s3:ListBucket",
        ", \"Condition\": {\"StringLike\": {\"s3:prefix\": \"public/*\", \"aws:PrincipalAccount\": [\"1\", \"222222222222\"]}}");
    assertThat(stranger.listObjectsV2(in -> in.bucket("photos").prefix("public/c")).contents())
        .hasSize(1);
    assertRefused(() -> stranger.listObjectsV2(in -> in.bucket("photos")), 403, "AccessDenied");
  }

  /** A name of a host is no address, and nobody is asked for its address. */
  @ParameterizedTest
  @CsvSource({
    "127.0.0.0/8, true",
    "127.0.0.1, true",
    "128.0.0.0/8, false",
    "127.0.0.999, false",
    "127.0.0, false",
    "face.feed, false",
    "localhost, false",
    "::1/128, false",
    "::ffff:127.0.0.1, true"
  })
  void putBucketPolicy_address_isWeighed(String range, boolean denied) {
    policy(
        "Deny",
        "s3:GetObject",
        ", \"Condition\": {\"IpAddress\": {\"aws:SourceIp\": \"%s\"}}".formatted(range));
    if (denied) {
      assertRefused(() -> read(s3, "public/cat"), 403, "AccessDenied");
    } else {
      assertThat(read(s3, "public/cat")).isEqualTo("meow");
    }
  }

  @Test
  void putBucketPolicy_existingTag_decides() {
    policy(
        "Allow",
        "s3:GetObject",
        ", \"Condition\": {\"StringEquals\": {\"s3:ExistingObjectTag/open\": \"yes\", \"aws:PrincipalArn\": \"arn:aws:iam::222222222222:root\"}}");
    assertRefused(() -> read(stranger, "private/cat"), 403, "AccessDenied");
    s3.putObjectTagging(
        in ->
            in.bucket("photos")
                .key("private/cat")
                .tagging(tags -> tags.tagSet(Tag.builder().key("open").value("yes").build())));
    assertThat(read(stranger, "private/cat")).isEqualTo("meow");
    assertThat(s3.getBucketPolicyStatus(in -> in.bucket("photos")).policyStatus().isPublic())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "no | Policies must be valid JSON and the first byte must be '{'",
        "{\"Statement\": | Policies must be valid JSON and the first byte must be '{'",
        "{} | Missing required field Statement",
        "{\"Statement\": [], \"x\": 1} | Unknown field x",
        "{\"Version\": \"1\", \"Statement\": []} | The policy must contain a valid version string",
        "{\"Statement\": {}} | Missing required field Effect",
        "{\"Statement\": {\"Effect\": \"allow\"}} | Invalid effect : allow",
        "{\"Statement\": {\"Effect\": \"Allow\"}} | Missing required field Principal",
        "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"x\"}}} | Invalid principal in policy",
        "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\"}} | Missing required field Action",
        "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"sqs:*\"}} | Policy has invalid action",
        "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:*\"}} | Missing required field Resource",
        "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:*\", \"Resource\": \"arn:aws:s3:::x\"}} | Policy has invalid resource",
        "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::photos\"}} | Action does not apply to any resource(s) in statement",
        "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:ListBucket\", \"Resource\": \"arn:aws:s3:::photos/*\"}} | Action does not apply to any resource(s) in statement"
      })
  void putBucketPolicy_malformed_isRefused(String text, String message) {
    assertRefused(() -> policy(text), 400, "MalformedPolicy", message);
  }

  @Test
  void putPublicAccessBlock_policies_cannotBePublic() {
    assertThat(
            s3.getPublicAccessBlock(in -> in.bucket("photos"))
                .publicAccessBlockConfiguration()
                .blockPublicPolicy())
        .isTrue();
    assertRefused(() -> policy(EVERYBODY_READS), 403, "AccessDenied");

    s3.putPublicAccessBlock(
        in ->
            in.bucket("photos")
                .publicAccessBlockConfiguration(block -> block.restrictPublicBuckets(true)));
    policy(EVERYBODY_READS);
    assertRefused(() -> read(stranger, "public/cat"), 403, "AccessDenied");

    allowPublic();
    assertThat(read(stranger, "public/cat")).isEqualTo("meow");
    assertRefused(
        () -> s3.getPublicAccessBlock(in -> in.bucket("photos")),
        404,
        "NoSuchPublicAccessBlockConfiguration",
        "The public access block configuration was not found");
  }

  @Test
  void putPublicAccessBlock_ignorePublicAcls_keepsOthersOut() {
    allowPublic();
    own(ObjectOwnership.OBJECT_WRITER);
    s3.putObjectAcl(in -> in.bucket("photos").key("public/cat").acl(ObjectCannedACL.PUBLIC_READ));
    assertThat(read(stranger, "public/cat")).isEqualTo("meow");
    s3.putPublicAccessBlock(
        in ->
            in.bucket("photos")
                .publicAccessBlockConfiguration(block -> block.ignorePublicAcls(true)));
    assertRefused(() -> read(stranger, "public/cat"), 403, "AccessDenied");
  }

  private void own(ObjectOwnership ownership) {
    s3.putBucketOwnershipControls(
        in ->
            in.bucket("photos")
                .ownershipControls(how -> how.rules(rule -> rule.objectOwnership(ownership))));
  }

  /**
   * See <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-ownership-error-responses.html">.
   */
  @Test
  void putBucketOwnershipControls_enforced_whileAclsAreThere_isRefused() {
    allowPublic();
    own(ObjectOwnership.BUCKET_OWNER_PREFERRED);
    s3.putBucketAcl(in -> in.bucket("photos").acl(BucketCannedACL.PUBLIC_READ));
    assertRefused(
        () -> own(ObjectOwnership.BUCKET_OWNER_ENFORCED),
        400,
        "InvalidBucketAclWithObjectOwnership",
        "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting");
    s3.putBucketAcl(in -> in.bucket("photos").acl(BucketCannedACL.PRIVATE));
    own(ObjectOwnership.BUCKET_OWNER_ENFORCED);
    assertRefused(
        () -> s3.putBucketAcl(in -> in.bucket("photos").acl(BucketCannedACL.PUBLIC_READ)),
        400,
        "AccessControlListNotSupported");
    assertThat(s3.getBucketOwnershipControls(in -> in.bucket("photos")).ownershipControls().rules())
        .extracting(rule -> rule.objectOwnership())
        .containsExactly(ObjectOwnership.BUCKET_OWNER_ENFORCED);

    s3.deleteBucketOwnershipControls(in -> in.bucket("photos"));
    assertRefused(
        () -> s3.getBucketOwnershipControls(in -> in.bucket("photos")),
        404,
        "OwnershipControlsNotFoundError");
  }
}
