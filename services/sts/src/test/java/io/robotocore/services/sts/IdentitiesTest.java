package io.robotocore.services.sts;

import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.junit5.Account;
import io.robotocore.junit5.AwsEmulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.InvalidAuthorizationMessageException;

@AwsEmulator
final class IdentitiesTest {

  private final StsClient sts;

  IdentitiesTest(StsClient sts) {
    this.sts = sts;
  }

  @Test
  void getCallerIdentity_ofDefaultAccount_isItsRootUser() {
    GetCallerIdentityResponse caller = sts.getCallerIdentity();

    assertThat(caller.account()).isEqualTo("123456789012");
    assertThat(caller.arn()).isEqualTo("arn:aws:iam::123456789012:root");
    assertThat(caller.userId()).isEqualTo("123456789012");
  }

  @Test
  void getCallerIdentity_ofOtherAccount_isItsRootUser(@Account("222222222222") StsClient other) {
    assertThat(other.getCallerIdentity().arn()).isEqualTo("arn:aws:iam::222222222222:root");
  }

  @Test
  void getAccessKeyInfo_issuedKey_isOfTheAccountItWasIssuedIn() {
    String key =
        sts.assumeRole(
                in -> in.roleArn("arn:aws:iam::222222222222:role/Reader").roleSessionName("alice"))
            .credentials()
            .accessKeyId();

    assertThat(sts.getAccessKeyInfo(in -> in.accessKeyId(key)).account()).isEqualTo("222222222222");
  }

  /** The account is written into the ids that AWS gives to keys. */
  @ParameterizedTest
  @CsvSource({"AKIAIOSFODNN7EXAMPLE, 581039954779", "ASIAY34FZKBOKMUTVV7A, 609629065308"})
  void getAccessKeyInfo_keyOfAws_isOfTheAccountInItsId(String key, String account) {
    assertThat(sts.getAccessKeyInfo(in -> in.accessKeyId(key)).account()).isEqualTo(account);
  }

  @Test
  void getAccessKeyInfo_noKey_isRefused() {
    assertRefused(
        () -> sts.getAccessKeyInfo(in -> in.accessKeyId("0000000000000000")),
        "ValidationError",
        "The access key ID 0000000000000000 is not valid");
    assertRefused(
        () -> sts.getAccessKeyInfo(in -> in.accessKeyId("short")),
        "ValidationError",
        "1 validation error detected: Value 'short' at 'accessKeyId' failed to satisfy constraint:"
            + " Member must have length greater than or equal to 16");
  }

  @Test
  void decodeAuthorizationMessage_any_isRefused() {
    assertRefused(
        () -> sts.decodeAuthorizationMessage(in -> in.encodedMessage("nonsense")),
        InvalidAuthorizationMessageException.class,
        "Message is not valid.");
  }
}
